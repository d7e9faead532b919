import type { Store } from '../../adapters/store/store.ts';
import { inMemoryArticles } from './in-memory-articles.ts';
import { inMemoryAudit } from './in-memory-audit.ts';
import { inMemoryChannels } from './in-memory-channels.ts';
import { inMemoryClaims } from './in-memory-claims.ts';
import { inMemoryActions, inMemoryConversations, inMemoryEvents } from './in-memory-conversations.ts';
import { inMemoryDeliveries } from './in-memory-deliveries.ts';
import { inMemoryDesk } from './in-memory-desk.ts';
import { inMemoryDigests } from './in-memory-digests.ts';
import { inMemoryEntries } from './in-memory-entries.ts';
import { inMemoryFeedback } from './in-memory-feedback.ts';
import { inMemoryFollows } from './in-memory-follows.ts';
import { inMemoryPostings } from './in-memory-postings.ts';
import { inMemorySentences } from './in-memory-sentences.ts';
import { inMemorySources } from './in-memory-sources.ts';
import { emptyState } from './in-memory-state.ts';
import { inMemoryStories } from './in-memory-stories.ts';
import { inMemoryAlerts, inMemoryMatches, inMemoryWatches } from './in-memory-watches.ts';
import { inMemoryInstallations, inMemoryWorkspaces } from './in-memory-workspaces.ts';

/** A working store without a disk: the same contract suite runs on it and on SQLite. */
export function inMemoryStore(): Store {
  const state = emptyState();
  return {
    sources: inMemorySources(state),
    entries: inMemoryEntries(state),
    articles: inMemoryArticles(state),
    sentences: inMemorySentences(state),
    stories: inMemoryStories(inMemoryArticles(state)),
    channels: inMemoryChannels(state),
    digests: inMemoryDigests(state),
    postings: inMemoryPostings(state),
    follows: inMemoryFollows(state),
    watches: inMemoryWatches(state),
    matches: inMemoryMatches(state),
    alerts: inMemoryAlerts(state),
    deliveries: inMemoryDeliveries(state),
    desk: inMemoryDesk(state),
    audit: inMemoryAudit(state),
    feedback: inMemoryFeedback(state),
    workspaces: inMemoryWorkspaces(state),
    installations: inMemoryInstallations(state),
    conversations: inMemoryConversations(state),
    actions: inMemoryActions(state),
    events: inMemoryEvents(state),
    claims: inMemoryClaims(state),
    close: async () => {},
  };
}
