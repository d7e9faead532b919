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
} as const;
