import { Parser } from 'htmlparser2';

/** Elements, attributes and runs of text together. The largest pages met have 50,000; a tree builder's time grows faster than the number. */
const maxPieces = 120_000;
/** Real pages nest below 60. A tree 30,000 deep kept the extractor busy for three minutes. */
const maxDepth = 200;

class PageTooBigError extends Error {}

/** A sentence when a page has more or deeper elements than any real one, found before a tree is built of it; else `null`. */
export function sizeProblem(html: string): string | null {
  let depth = 0;
  let pieces = 0;
  const count = (more = 1): void => {
    pieces += more;
    if (pieces > maxPieces || depth > maxDepth) throw new PageTooBigError();
  };
  const parser = new Parser({
    onopentagname() {
      depth += 1;
      count();
    },
    onclosetag() {
      depth -= 1;
    },
    onattribute() {
      count();
    },
    ontext(text) {
      // Readability writes its tree out and reads it again, where each escaped character is a run of its own.
      count(text.split(/[&<>]/).length);
    },
  });
  try {
    parser.end(html);
    return null;
  } catch (error) {
    if (error instanceof PageTooBigError)
      return 'The page has too many elements, or they are nested too deep.';
    throw error;
  }
}
