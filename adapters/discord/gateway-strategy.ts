import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

/** How discord.js opens its connections, with an end. */
export interface EndableStrategy {
  readonly build: NonNullable<WebSocketOptions['buildStrategy']>;
  /** No connection is begun from now on. */
  end(): void;
}

/**
 * discord.js destroys only connections that there are: where it is between two attempts, or still asks for the Gateway's
 * address, it goes on, and a client that was given up would hear everything beside the one that came after it. Before each
 * attempt it asks for the session to resume; after the end it gets no answer.
 */
export function createEndableStrategy(): EndableStrategy {
  let hasEnded = false;
  return {
    build(manager) {
      const { retrieveSessionInfo } = manager.options;
      manager.options.retrieveSessionInfo = (shard) =>
        hasEnded ? new Promise(() => undefined) : retrieveSessionInfo(shard);
      return new SimpleShardingStrategy(manager);
    },
    end: () => {
      hasEnded = true;
    },
  };
}
