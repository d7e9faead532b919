import { pictureAddress } from '../../src/domain/text/picture-address.ts';
import type { LinkedNode } from './linked-data.ts';

/** As the page says it; '' where it says nothing. */
interface Candidate {
  readonly address: string;
  readonly width: string;
  readonly height: string;
}

/**
 * The picture that a page gives for itself: Open Graph (ogp.me), else Twitter's card, else JSON-LD (schema.org/image).
 * Pictures in the text are not looked at: they may show anything. `null` where no address may be shown.
 */
export function pagePicture(
  meta: ReadonlyMap<string, string>,
  article: LinkedNode | null,
  pageUrl: string,
): string | null {
  const candidates = [
    ...metaCandidates(meta, 'og:image', ['', ':secure_url', ':url']),
    ...metaCandidates(meta, 'twitter:image', ['', ':src']),
    ...linkedCandidates(article?.['image']),
    ...linkedCandidates(article?.['thumbnailUrl']),
  ];
  for (const candidate of candidates) {
    const picture = isPixel(candidate) ? null : absolute(candidate.address, pageUrl);
    if (picture) return picture;
  }
  return null;
}

function metaCandidates(
  meta: ReadonlyMap<string, string>,
  name: string,
  endings: readonly string[],
): readonly Candidate[] {
  const said = (ending: string) => meta.get(`${name}${ending}`) ?? '';
  const size = { width: said(':width'), height: said(':height') };
  return endings.map((ending) => ({ address: said(ending), ...size }));
}

/** An address, an ImageObject, or several of them. */
function linkedCandidates(value: unknown): readonly Candidate[] {
  return [value].flat().flatMap((image): Candidate[] => {
    if (typeof image === 'string') return [{ address: image, width: '', height: '' }];
    if (typeof image !== 'object' || image === null) return [];
    const { url, contentUrl, width, height }: LinkedNode = { ...image };
    const size = { width: plain(width), height: plain(height) };
    return [url, contentUrl].map((address) => ({ address: plain(address), ...size }));
  });
}

/** Nothing of what else JSON may hold: an object with a `toString` of its own cannot be made text. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A counter of visits, by the size that the page says or that its name says. */
function isPixel({ address, width, height }: Candidate): boolean {
  const isNamedSo = /(?:^|[^0-9])1x1(?:[^0-9]|$)/i.test(address);
  return isNamedSo || [width, height].some((size) => /^[01](?:\s*px)?$/i.test(size));
}

/** An empty address would be the page itself. */
function absolute(address: string, pageUrl: string): string | null {
  return address === '' ? null : pictureAddress(URL.parse(address, pageUrl)?.href);
}
