import { Agent } from 'undici';
import { noValidators } from '../../src/domain/source.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '../../src/ports/http-client.ts';
import { readAllowedHosts } from './allowed-hosts.ts';
import { failureOutcome, StoppedError } from './fetch-failure.ts';
import { dialTcp, guardedConnector, type ResolveHost, resolveBySystem } from './guarded-connector.ts';
import { createHostTurns } from './host-turns.ts';
import type { Hop } from './http-answer.ts';
import { sendOnce } from './single-request.ts';
import { bareHostname, judgeUrl } from './url-policy.ts';

export interface HttpClientOptions {
  /** Names program, version and a contact address. */
  readonly userAgent: string;
  /** Internal hosts that may be fetched, each as `hostname` or `hostname:port`. */
  readonly allowHosts: readonly string[];
  /** Least time between two request starts to one host, redirects included; 0 for none. */
  readonly perHostDelayMs: number;
  readonly clock: Clock;
  /** Rejects at once when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Replaces the system's resolver. */
  readonly resolve?: ResolveHost;
}

const maxRedirects = 5;

/**
 * The one way to the outside. Time spent waiting for a host's turn does not count towards a request's deadline:
 * a long line at one host must not look like a slow host. Proxy variables of the environment are not followed,
 * because a proxy resolves names past the guard.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient & { stop(): Promise<void> } {
  const allowed = readAllowedHosts(options.allowHosts);
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const turns = createHostTurns(options.perHostDelayMs, options.wait, stopped);
  const connect = guardedConnector({
    allowed,
    resolve: options.resolve ?? resolveBySystem,
    makeDialer: dialTcp,
  });
  // One deadline covers headers and body; undici's own time-outs count per chunk and let a drip pass.
  const agent = new Agent({ connect, connections: 2, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });

  async function inTurn(hostname: string, run: () => Promise<Hop>): Promise<Hop> {
    const endTurn = await turns.take(hostname);
    try {
      return stopped.aborted ? failureOutcome(stopped.reason, hostname) : await run();
    } finally {
      endTurn();
    }
  }

  async function fetch(request: HttpRequest): Promise<HttpOutcome> {
    const sender = { ...options, agent, stopped };
    let verdict = judgeUrl(request.url, null, allowed);
    let { validators } = request;
    let spentMs = 0;
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      if (verdict.kind === 'forbidden') return refused(verdict.problem);
      const { url } = verdict;
      const hop = await inTurn(bareHostname(url), async () => {
        const startMs = options.clock.nowMs();
        const answer = await sendOnce(sender, url, request, validators, request.timeoutMs - spentMs);
        spentMs = Math.min(request.timeoutMs, spentMs + Math.max(0, options.clock.nowMs() - startMs));
        return answer;
      });
      if (hop.kind !== 'redirect') return hop;
      verdict = judgeUrl(hop.location, url.href, allowed);
      if (verdict.kind === 'allowed' && verdict.url.host !== url.host) validators = noValidators;
    }
    return refused(`${URL.parse(request.url)?.hostname} redirects more than ${maxRedirects} times.`);
  }

  return {
    fetch,
    async stop() {
      stopping.abort(new StoppedError());
      await agent.destroy();
    },
  };
}

function refused(problem: string): HttpOutcome {
  return { kind: 'refused', problem, status: null };
}
