type Texts = Readonly<Record<string, string>>;

/** The options without those that say what is so already: a form sends all of its fields. */
export function changedOptions(options: Texts, present: Texts): Texts {
  return Object.fromEntries(Object.entries(options).filter(([name, text]) => text.trim() !== present[name]));
}
