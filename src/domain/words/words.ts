/** Languages that the bot's own words can be in. Quotes and headlines stay in the language of their source. */
export const languages = ['en', 'de', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The bot's own words around what it tells: headings, tags, labels of buttons. */
export interface Words {
  readonly tagNew: string;
  readonly tagUpdate: string;
  readonly tagContradicts: string;
  readonly newStories: (count: number) => string;
  readonly updates: (count: number) => string;
  readonly contradictions: (count: number) => string;
  readonly noNewStory: string;
  readonly digest: string;
  readonly timesIn: (zone: string) => string;
  /** Heading of what the channel was told of posted stories since its last digest. */
  readonly changedSince: string;
  readonly also: string;
  readonly whatIsNew: string;
  readonly sourcesDisagree: string;
  readonly sources: string;
  readonly more: (count: number) => string;
  readonly alert: string;
  readonly answer: string;
  readonly notInSources: string;
  readonly says: string;
  /** Heads a quotation: `Reuters, 4 Jul 2024, says`. */
  readonly statedBy: (source: string) => string;
  /** What stands before and after a publisher's own words. */
  readonly quotationMarks: readonly [opening: string, closing: string];
  readonly disagreesWith: (one: string, other: string) => string;
  readonly noteOn: (publisher: string) => string;
  /** What a document is cited as: `Reuters, 4 Jul 2024`. */
  readonly citedOn: (publisher: string, date: string) => string;
  /** Between a name and what it heads, with the space that goes with it. */
  readonly colon: string;
  readonly unnamedPublisher: string;
  readonly dateUnknown: string;
  readonly untitled: string;
  readonly revised: (clock: string) => string;
  readonly primary: string;
  readonly wire: string;
  readonly commentary: string;
  /** Twelve, short, January first. */
  readonly months: readonly string[];
  /** Seven, short, Sunday first. */
  readonly weekdays: readonly string[];
  /** `4 Jul 2024`; `day` is `null` where only the month is known, and `month` too where only the year is. */
  readonly date: (day: number | null, month: string | null, year: number) => string;
  /** `Thu 4 Jul 2024` */
  readonly weekdayDate: (weekday: string, date: string) => string;
  /** `4 Jul 2024, 09:00`; the time may name its zone. */
  readonly dateTime: (date: string, time: string) => string;
  /** Label of the menu that opens one story of a digest. */
  readonly openStory: string;
  /** Buttons at the foot of a form. */
  readonly submit: string;
  readonly close: string;
  readonly actions: Readonly<Record<ActionLabel, string>>;
}

/** What buttons say. */
export type ActionLabel =
  | 'sources'
  | 'timeline'
  | 'follow'
  | 'mute'
  | 'notRelevant'
  | 'notSameStory'
  | 'helpful'
  | 'notHelpful'
  | 'approve'
  | 'discard'
  | 'edit'
  | 'remove'
  | 'pause'
  | 'resume'
  | 'test'
  | 'retry'
  | 'save'
  | 'watchForIt'
  | 'settings'
  | 'undo';
