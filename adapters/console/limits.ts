/** A terminal has no limits but its width; these are ours, in columns and UTF-16 characters. */
export const consoleLimits = {
  /** As wide as a terminal is by default. */
  columns: 80,
  /** Of text before a story, so that headlines stand in one column under another. */
  headlineIndent: 17,
  /** Left of what stands under a headline. */
  storyMargin: 4,
  headlineChars: 300,
  titleChars: 200,
  digestSources: 3,
  mentionChars: 60,
} as const;
