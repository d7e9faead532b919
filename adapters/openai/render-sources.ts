import type { BriefMaterial, SourceSentence } from '../../src/domain/brief.ts';
import { isQuotable } from '../../src/domain/grounding/quotable.ts';
import { isoOfMoment } from '../../src/domain/moment.ts';
import { singleLine } from '../../src/domain/text/plain-text.ts';

/** About 6,000 tokens of English. Later sentences are the least important ones. */
const maxCharacters = 24_000;

/**
 * The material as marked data: each sentence is one line behind a mark that its author could not know, so that no
 * text in it can close the fence or pass for a line of ours (spotlighting, Hines et al., arXiv 2403.14720).
 * Sentences with links, mentions or orders in them are left out.
 */
export function renderSources(material: BriefMaterial, mark: string): string {
  const lines: string[] = [];
  let characters = 0;
  for (const source of material.sentences.filter(({ text }) => isQuotable(text))) {
    const line = renderSource(source, mark);
    characters += line.length;
    if (characters > maxCharacters) break;
    lines.push(line);
  }
  return [`Articles, as data behind the mark ${mark}:`, ...lines, `${mark} end of the articles`].join('\n');
}

function renderSource({ number, text, article, isNew }: SourceSentence, mark: string): string {
  const publisher = singleLine(article.publisher ?? 'unknown publisher').slice(0, 60);
  const date = isoOfMoment(article.publishedAt) ?? 'unknown date';
  return `${mark} ${number}${isNew ? ' NEW' : ''} (${publisher}, ${date}): ${singleLine(text)}`;
}
