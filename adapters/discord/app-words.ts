import type { Language } from '../../src/domain/words/words.ts';

/** Our own words around forms and deliveries, which only Discord's conversations need. */
export interface AppWords {
  readonly formIsReady: string;
  readonly openForm: string;
  /** After a page of a form; both count from 1. */
  readonly pageKept: (page: number, pages: number) => string;
  readonly nextPage: string;
  readonly saveNow: string;
  /** After a form in which these options were emptied that cannot be. */
  readonly unchanged: (names: string) => string;
  /** Heads a refusal after which a form can be mended. */
  readonly notDone: string;
  readonly whyHeading: string;
  readonly whyDigest: (stories: number) => string;
  readonly whyStory: string;
  readonly whyUpdate: string;
  readonly whyAnswer: string;
  readonly whyNotice: string;
  readonly whyWatch: (name: string) => string;
  /** How many stories are left out of the list. */
  readonly moreStories: (count: number) => string;
}

const catalog: Readonly<Record<Language, AppWords>> = {
  en: {
    formIsReady: 'The form is ready.',
    openForm: 'Open the form',
    pageKept: (page, pages) =>
      `Page ${page} of ${pages} is kept. Fill in the next one, or save what there is.`,
    nextPage: 'Next page',
    saveNow: 'Save',
    unchanged: (names) => `Left empty, and so as before: ${names}.`,
    notDone: 'That was not done',
    whyHeading: 'Why this message',
    whyDigest: (stories) =>
      `A digest: it tells what was kept since the last digest of this channel, ${stories === 1 ? 'one story' : `${stories} stories`}, the most relevant first.`,
    whyStory: 'One story of a digest in full.',
    whyUpdate: 'This channel was told of the story before, and its sources have said something new since.',
    whyAnswer: 'An answer to a question.',
    whyNotice: 'Wirewatch itself has something to say.',
    whyWatch: (name) => `The watch "${name}" matched.`,
    moreStories: (count) => `and ${count} more`,
  },
  de: {
    formIsReady: 'Das Formular ist bereit.',
    openForm: 'Formular öffnen',
    pageKept: (page, pages) =>
      `Seite ${page} von ${pages} ist gemerkt. Füllen Sie die nächste aus, oder speichern Sie den Stand.`,
    nextPage: 'Nächste Seite',
    saveNow: 'Speichern',
    unchanged: (names) => `Leer gelassen und daher wie zuvor: ${names}.`,
    notDone: 'Das wurde nicht ausgeführt',
    whyHeading: 'Warum diese Nachricht',
    whyDigest: (stories) =>
      `Eine Übersicht: Sie berichtet, was seit der letzten Übersicht dieses Kanals aufgenommen wurde, ${stories === 1 ? 'eine Meldung' : `${stories} Meldungen`}, die wichtigste zuerst.`,
    whyStory: 'Eine Meldung einer Übersicht in voller Länge.',
    whyUpdate: 'Der Kanal kennt die Meldung schon, und ihre Quellen haben seitdem Neues berichtet.',
    whyAnswer: 'Eine Antwort auf eine Frage.',
    whyNotice: 'Wirewatch selbst hat etwas zu sagen.',
    whyWatch: (name) => `Die Beobachtung „${name}“ hat angeschlagen.`,
    moreStories: (count) => `und ${count} weitere`,
  },
  zh: {
    formIsReady: '表单已准备好。',
    openForm: '打开表单',
    pageKept: (page, pages) => `已保留第 ${page} 页，共 ${pages} 页。请填写下一页，或保存现有内容。`,
    nextPage: '下一页',
    saveNow: '保存',
    unchanged: (names) => `留空，因此保持不变：${names}。`,
    notDone: '未能执行',
    whyHeading: '为何推送此消息',
    whyDigest: (stories) => `这是一份摘要：汇报本频道上次摘要之后收录的 ${stories} 条报道，按相关度排列。`,
    whyStory: '摘要中一条报道的全文。',
    whyUpdate: '本频道此前已获知该报道，其来源之后又有新的内容。',
    whyAnswer: '对一个问题的回答。',
    whyNotice: '这是 Wirewatch 自身的通知。',
    whyWatch: (name) => `监视“${name}”命中。`,
    moreStories: (count) => `另有 ${count} 条`,
  },
};

export function appWordsOf(language: Language): AppWords {
  return catalog[language];
}
