/**
 * Discord's limits in UTF-16 characters or counts (discord/discord-api-docs, "Component Reference"; the lengths of
 * custom_id, label and address also in discord/discord-api-spec).
 */
export const discordLimits = {
  /** Of a message with Components V2, nested ones included. */
  components: 40,
  /** Of all texts of a message together. Button labels are counted too, to be on the safe side. */
  textChars: 4000,
  customIdChars: 100,
  labelChars: 80,
  buttonUrlChars: 512,
  nonceChars: 25,
} as const;

/** Lengths that are ours: what fits beside the rest of a message. */
export const discordLayout = {
  headlineChars: 200,
  titleChars: 150,
  /** A longer address is not linked: it would take the room of the text, in which it counts. */
  urlChars: 800,
  /** One text of a message; the rest is for buttons. */
  partChars: 3800,
  /** A sentence that is longer once escaped is left out whole: it is never cut. */
  sentenceChars: 1800,
  /** More would be a roll call; the others are counted. Discord allows 100 of a kind in one message. */
  mentions: 50,
  mentionChars: 25,
} as const;
