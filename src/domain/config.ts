import type { SourceDefinition } from './source.ts';
import type { Topic } from './topic.ts';

const hidden = '(secret)';

/** A text that no log, no error and no JSON shows. Only the adapter that needs it calls `reveal`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  /** What `util.inspect` and the console print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return hidden;
  }
}

export type LogLevel = 'info' | 'warn' | 'error' | 'silent';

export interface NetworkConfig {
  /** Internal hosts that may be fetched: `host` or `host:port`, an IPv6 address with a port in brackets. */
  readonly allowHosts: readonly string[];
  /** Pause between two requests to the same host. */
  readonly perHostDelayMs: number;
  /** Address or URL that a publisher finds in our User-Agent, `null` for none. */
  readonly userAgentContact: string | null;
  /** For a whole request with its redirects, to the last byte. */
  readonly requestTimeoutMs: number;
  /** Caps on decoded bodies. */
  readonly feedMaxBytes: number;
  readonly pageMaxBytes: number;
}

export interface SlackConfig {
  /** Replaces the Web API's base, with its trailing slash; `null` for Slack's own. */
  readonly apiUrl: string | null;
  readonly connection:
    | { readonly kind: 'socket'; readonly appToken: Secret }
    | { readonly kind: 'http'; readonly signingSecret: Secret };
  readonly installation:
    | { readonly kind: 'single'; readonly botToken: Secret }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: Secret;
        readonly stateSecret: Secret;
        /** Encrypts the tokens that are stored. */
        readonly secretKey: Secret;
      };
}

export interface DiscordConfig {
  readonly token: Secret;
  /** Replaces the REST base; `null` for Discord's own. */
  readonly apiUrl: string | null;
}

/** How the bot is on Discord; known also where Discord is off, so that a preview looks as its messages would. */
export interface DiscordSettings {
  /** Commands are registered in this server alone, where they change at once; `null` for everywhere. */
  readonly developmentGuildId: string | null;
  /** Of new messages; one that stands keeps its layout. */
  readonly layout: 'components' | 'embeds';
  /** Are messages in announcement channels published to the servers that follow them? */
  readonly crossposts: boolean;
  /** How many processes share the bot's servers; `auto` for as many as Discord recommends shards. */
  readonly shards: 'auto' | number;
}

export interface LanguageModelConfig {
  /** `null` for a server that asks for none. */
  readonly apiKey: Secret | null;
  /** `null` for OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly embeddingModel: string | null;
  /** For one answer of the model. */
  readonly timeoutMs: number;
}

/** The configuration as checked: complete, consistent and frozen. Durations are milliseconds throughout. */
export interface Config {
  readonly topic: Topic;
  /** The presets' sources, then the operator's own feeds; ids are unique. */
  readonly sources: readonly SourceDefinition[];
  readonly network: NetworkConfig;
  readonly collect: {
    /** Five-field cron expression, read in UTC: when to look for due sources. */
    readonly cron: string;
    /** Shortest time between two polls of a source. */
    readonly pollEveryMs: number;
    /** Entries that one run reads at most; the others wait for the next. */
    readonly maxEntriesPerRun: number;
  };
  /** For the console's channel; other channels set their own. */
  readonly digest: {
    /** Five-field cron expression, read in `zone`. */
    readonly cron: string;
    /** IANA zone name. */
    readonly zone: string;
    readonly maxStories: number;
    /** `short`: the digest's message alone; `full`: each story in its thread too. */
    readonly style: 'short' | 'full';
    /** Relevance that a story needs to be told, 0 to 1. */
    readonly threshold: number;
    readonly maxSentencesPerStory: number;
    /** Silence this long is told, once. */
    readonly silenceAfterMs: number;
  };
  /** Are the shipped notes part of what is known? */
  readonly corpus: { readonly notes: boolean };
  readonly workers: {
    readonly maxThreads: number;
    /** For reading one feed or page, or comparing one article. */
    readonly taskTimeoutMs: number;
  };
  readonly log: { readonly level: LogLevel };
  /** Folder of the embedded store and the console's journal, as given: relative to the working directory. */
  readonly dataDir: string;
  /** PostgreSQL instead of the embedded store; `null` for the latter. */
  readonly databaseUrl: Secret | null;
  /** Port for health and web, `null` to listen nowhere. */
  readonly port: number | null;
  /** A platform is on when it is not `null`; the console is on when no other is. */
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  readonly discordSettings: DiscordSettings;
  /** `null`: summaries and answers are extractive. */
  readonly languageModel: LanguageModelConfig | null;
  /** Every secret above, so that the log can strike them out wherever they turn up. */
  readonly secrets: readonly Secret[];
}
