import type { StorePorts } from './store.ts';

/** `true` for each method of each port: with a method missing or one too many, this does not compile. */
const methods: { readonly [P in keyof StorePorts]: Readonly<Record<keyof StorePorts[P], true>> } = {
  sources: {
    register: true,
    claim: true,
    recordPoll: true,
    list: true,
    add: true,
    remove: true,
    pause: true,
  },
  entries: { claim: true, postpone: true, dismiss: true, remark: true },
  articles: { candidates: true, keep: true, list: true, find: true },
  sentences: { search: true },
  stories: { headlines: true, find: true },
  digests: { untold: true, commit: true, archive: true },
  deliveries: {
    claimNext: true,
    nextDueAtMs: true,
    record: true,
    release: true,
    troubled: true,
    notify: true,
    list: true,
  },
  desk: { retry: true, approve: true, discard: true },
  channels: { configure: true, list: true, change: true },
  postings: { moved: true, toldSince: true, commit: true },
  follows: { list: true, add: true, remove: true },
  watches: { list: true, save: true, remove: true, hits: true, report: true },
  matches: { unmatched: true, commit: true },
  alerts: { pending: true, commit: true },
  audit: { list: true, lastPerson: true },
  feedback: { add: true, list: true },
  workspaces: { settings: true, change: true },
  installations: { save: true, find: true, list: true, remove: true },
  conversations: { add: true, earlier: true },
  actions: { remember: true, find: true },
  events: { take: true },
  claims: { releaseAll: true },
};

/** The names of each port's methods: what can be asked of the store's thread. */
export function methodsOf(port: keyof StorePorts): readonly string[] {
  return Object.keys(methods[port]);
}
