import type { WebClient } from '@slack/web-api';
import { textAt } from '../../src/domain/json.ts';

export interface Upload {
  readonly filename: string;
  readonly title: string;
  /** For those who do not see the picture; at most 1,000 characters. */
  readonly altText: string;
  readonly bytes: Uint8Array;
}

const timeoutMs = 20_000;

/**
 * Uploads a file that stands in no channel, in Slack's three steps (docs.slack.dev/messaging/working-with-files). The id
 * of the file; rejects when one of the steps fails.
 */
export async function uploadFile(client: WebClient, upload: Upload): Promise<string> {
  const { filename, title, altText, bytes } = upload;
  // The library names the words for the blind `alt_text`, Slack's own page `alt_txt`.
  const given = await client.apiCall('files.getUploadURLExternal', {
    filename,
    length: bytes.length,
    alt_txt: altText,
    alt_text: altText,
  });
  const url = textAt(given, 'upload_url');
  const id = textAt(given, 'file_id');
  if (url === '' || id === '') throw new Error('Slack gave no address for an upload.');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`Slack answered an upload with the status ${answer.status}.`);
  await client.files.completeUploadExternal({ files: [{ id, title }] });
  return id;
}
