/**
 * Slack's limits, all in UTF-16 characters or counts. Where no source is named: the Block Kit reference
 * (docs.slack.dev/reference/block-kit).
 */
export const slackLimits = {
  blocksPerMessage: 50,
  headerChars: 150,
  contextElements: 10,
  contextTextChars: 2000,
  urlChars: 2000,
  actionsElements: 25,
  buttonTextChars: 75,
  buttonValueChars: 2000,
  selectOptions: 100,
  optionTextChars: 75,
  /** Of the options of selects, of overflow menus and of block suggestions. */
  optionValueChars: 150,
  placeholderChars: 150,
  checkboxOptions: 10,
  blocksPerView: 100,
  viewTitleChars: 24,
  /** Documented as 250 KB (docs.slack.dev/reference/views); kept well under, since blocks are also sent back. */
  viewJsonBytes: 180_000,
  inputLabelChars: 2000,
  inputHintChars: 2000,
  inputValueChars: 3000,
  /** Documented for a section's text; used for a rich_text block too, for which nothing is documented. */
  blockTextChars: 3000,
  /** Half a message, so that no block crowds out the rest; text of many `<` is long as JSON. */
  blockJsonChars: 6000,
  /**
   * For the blocks written as JSON. Slack documents 12,000 characters of text "with a buffer for block
   * containers", and has refused rich_text of 11,341 (bolt-js issues 2509 and 2867): containers count too.
   */
  blocksJsonChars: 12_000,
  /** The notification line; our own choice, far under Slack's 4,000. */
  notificationChars: 1000,
} as const;

/** Lengths that are ours: what fits beside the rest of a block. */
export const slackLayout = {
  headlineChars: 200,
  titleChars: 150,
  digestSources: 3,
  digestSentences: 2,
  /** A longer sentence is left out whole: it is never cut. */
  sentenceChars: 2000,
  /** More would be a roll call; the others are counted. */
  mentions: 50,
  mentionChars: 30,
  addressChars: 80,
  /** Of a menu that opens one story, the roomiest first. */
  optionTitleChars: [75, 40],
  /** A shorter value is shown in one line of a form. */
  oneLineChars: 60,
  /** The bar of the longest day. */
  barChars: 20,
} as const;
