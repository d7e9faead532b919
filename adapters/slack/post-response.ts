import { blocksRefused } from './send-with-feedback.ts';

const timeoutMs = 10_000;

/**
 * Posts an answer to a response_url (docs.slack.dev/interactivity/handling-user-interaction). `null` when Slack took it,
 * else a word of why not: `blocksRefused` where it is the blocks. The address is a secret for half an hour, and stands in no error.
 */
export async function postResponse(
  url: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    // Old endpoints say a bare `ok`, newer ones a JSON object.
    const isTaken = answer.ok && !/"ok"\s*:\s*false/.test(text);
    if (isTaken) return null;
    return text.includes(blocksRefused) ? blocksRefused : `status ${answer.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'not reachable';
  }
}
