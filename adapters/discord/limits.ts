/**
 * Discord's limits in UTF-16 characters or counts (https://docs.discord.com/developers: "Component Reference", "Message",
 * "Application Commands"; the lengths of custom_id, label and address also in discord/discord-api-spec).
 */
export const discordLimits = {
  /** Of a message with Components V2, nested ones included. */
  components: 40,
  /** Of all texts of a message together. Button labels are counted too, to be on the safe side. */
  textChars: 4000,
  /** Of a message's plain content. */
  contentChars: 2000,
  embeds: 10,
  embedDescriptionChars: 4096,
  /** In all embeds of a message together. */
  embedChars: 6000,
  buttonsPerRow: 5,
  /** Of buttons or selects below a message. */
  rows: 5,
  customIdChars: 100,
  labelChars: 80,
  buttonUrlChars: 512,
  nonceChars: 25,
  selectOptions: 25,
  selectOptionChars: 100,
  placeholderChars: 150,
  modalTitleChars: 45,
  modalLabelChars: 45,
  modalHelpChars: 100,
  modalInputs: 5,
  inputChars: 4000,
  threadNameChars: 100,
  forumTagsPerPost: 5,
  commandHelpChars: 100,
  commandOptions: 25,
  commandChoices: 25,
} as const;

/** Lengths that are ours: what fits beside the rest of a message. */
export const discordLayout = {
  headlineChars: 200,
  titleChars: 150,
  /** A longer address is not linked: it would take the room of the text, in which it counts. */
  urlChars: 800,
  /** One text of a message; the rest is for buttons. */
  partChars: 3500,
  /** What may stand around a line of words: its number, a name in bold. */
  aroundChars: 200,
  /** Of all labels of a message's buttons together. */
  buttonLabelChars: 480,
  /** A sentence that is longer once escaped is left out whole: it is never cut. */
  sentenceChars: 1800,
  /** More would be a roll call; the others are counted. Discord allows 100 of a kind in one message. */
  mentions: 50,
  mentionChars: 25,
  /** A table's message goes over to a select when its rows have more buttons. */
  rowButtons: 10,
  /** Of the rows of one message: the rest is for heading and notes. */
  tableChars: 3000,
  chartBarChars: 20,
} as const;
