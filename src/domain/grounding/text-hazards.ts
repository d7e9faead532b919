/**
 * What may stand in no sentence that is shown: links, mentions, markup, letters that cannot be seen and words
 * that mix look-alike scripts.
 */

/** Top-level names that are taken for a link in any case of letters; others only in small letters. */
const topLevel =
  'com|org|net|gov|edu|mil|int|info|biz|io|ai|app|dev|co|cc|me|tv|us|uk|eu|de|fr|nl|it|es|pl|ru|ua|cn|hk|tw|jp|kr|in|ir|il|ca|au|ch|xyz|top|site|online|link|click|shop|news|live|zip|mov|gg|ly|gl|to';

const links: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]{1,20}:\/\//i,
  /\bhxxps?\b/i,
  /\bwww\./i,
  /\b(?:javascript|vbscript|data|mailto|file|tel|slack|discord):\S/i,
  /(?<![^\s@])[^\s@]{1,64}@[^\s@.]{1,63}\.[\p{L}\p{N}.-]*\p{L}{2}/u,
  new RegExp(`(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{1,63}\\.(?:${topLevel})(?![\\p{L}\\p{N}])`, 'iu'),
  // Small letters on both sides of a dot without a space read as a host; so does a glued sentence end.
  /(?<![\p{L}\p{N}.-])[\p{Ll}\p{N}-]{2,63}(?:\.[\p{Ll}\p{N}-]{1,63})*\.[a-z]{2,}(?![\p{L}\p{N}])/u,
  /\[\.\]|\(dot\)|\s\[?dot\]?\s(?:com|org|net|gov|io)\b/i,
  /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/,
];

const mentions: readonly RegExp[] = [
  /<[@#!:/][^>\s]*/,
  /<(?:t|id|a?:\w+):\S*/i,
  /(?<![\p{L}\p{N}])[@＠][\p{L}_]/u,
  /(?<![\p{L}\p{N}&])[#＃][\p{L}_]/u,
];

const markup: readonly RegExp[] = [
  /<\/?[a-z][^<>]*(?:>|$)|<!--/i,
  /&(?:#\d+|#x[\da-f]+|lt|gt|amp|quot|nbsp);/i,
  /\]\s?\(|!\[|\[\[|\]\]/,
  /`|\*\*|__|~~|\|\||\{\{|\}\}|\$\{/,
  /(?<![\p{L}\p{N}*])\*(?=\S)[^*]+(?<=\S)\*(?![\p{L}\p{N}*])/u,
  /(?<![\p{L}\p{N}_])_(?=\S)[^_]+(?<=\S)_(?![\p{L}\p{N}_])/u,
  /^\s*(?:#{1,6}|>{1,3}|-#|[-*+]|```)\s/m,
  /<\|[^|]*\|>|\[\/?INST\]|^###/im,
];

const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cn}]/u;
const mixedWord =
  /(?<![\p{L}\p{M}])(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])[\p{L}\p{M}]+/u;

function anyOf(patterns: readonly RegExp[], text: string): boolean {
  const plain = text.normalize('NFKC');
  return patterns.some((pattern) => pattern.test(text) || pattern.test(plain));
}

function linkHazard(text: string): string | null {
  return anyOf(links, text) ? 'It holds a link, an address or what reads as one.' : null;
}

function mentionHazard(text: string): string | null {
  return anyOf(mentions, text) ? 'It holds a mention or a channel name.' : null;
}

function markupHazard(text: string): string | null {
  return anyOf(markup, text) ? 'It holds markup.' : null;
}

function scriptHazard(text: string): string | null {
  if (invisible.test(text)) return 'It holds characters that cannot be seen.';
  return mixedWord.test(text) ? 'It holds a word that mixes look-alike scripts.' : null;
}

/** All hazards of a text; none for one that may be shown. */
export function textHazards(text: string): readonly string[] {
  return [linkHazard(text), mentionHazard(text), markupHazard(text), scriptHazard(text)].filter(
    (hazard) => hazard !== null,
  );
}
