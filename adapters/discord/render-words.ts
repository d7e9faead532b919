import type { Language } from '../../src/domain/words/words.ts';

/** Our own words that only Discord shows. */
export interface DiscordWords {
  /** On the button that tells how a message came to be. */
  readonly why: string;
  readonly readAt: (host: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly choose: string;
  /** Who may run a command, where not everybody may. */
  readonly admins: string;
  /** How many rows a table has. */
  readonly rows: (count: number) => string;
}

const catalog: Readonly<Record<Language, DiscordWords>> = {
  en: {
    why: 'Why this?',
    readAt: (host) => `Read at ${host}`,
    yes: 'Yes',
    no: 'No',
    choose: 'Choose what to do with a row',
    admins: 'admins',
    rows: (count) => `${count} ${count === 1 ? 'row' : 'rows'}`,
  },
  de: {
    why: 'Warum das?',
    readAt: (host) => `Lesen bei ${host}`,
    yes: 'Ja',
    no: 'Nein',
    choose: 'Aktion für eine Zeile wählen',
    admins: 'Admins',
    rows: (count) => `${count} ${count === 1 ? 'Zeile' : 'Zeilen'}`,
  },
  zh: {
    why: '为何推送？',
    readAt: (host) => `在 ${host} 阅读`,
    yes: '是',
    no: '否',
    choose: '选择要对某一行执行的操作',
    admins: '管理员',
    rows: (count) => `共 ${count} 行`,
  },
};

export function discordWordsOf(language: Language): DiscordWords {
  return catalog[language];
}
