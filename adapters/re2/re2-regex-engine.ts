import { RE2JS, RE2JSException } from 're2js';
import type { LinearPattern, PatternOutcome, RegexEngine } from '../../src/ports/regex-engine.ts';

/** Regular expressions in any case of letters, over re2js: a port of RE2 whose time is linear in the text. */
export function createRe2RegexEngine(): RegexEngine {
  return { compile };
}

function compile(source: string): PatternOutcome {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return { kind: 'ok', pattern: patternOf(compiled, leadingLetters(source)) };
  } catch (error) {
    if (error instanceof RE2JSException) return { kind: 'invalid', problem: problemOf(source, error) };
    throw error;
  }
}

/**
 * re2js finds where a match is some six times more slowly than whether there is one, so that it is asked for the
 * place only where there is, and only in what follows the letters that every match begins with.
 */
function patternOf(compiled: RE2JS, leading: RegExp | null): LinearPattern {
  return {
    firstMatch(text) {
      const leadingAt = leading === null ? 0 : text.search(leading);
      if (leadingAt < 0) return null;
      // The character before stays, for a word boundary to be told.
      const rest = text.slice(Math.max(0, leadingAt - 1));
      if (!compiled.test(rest)) return null;
      const matcher = compiled.matcher(rest);
      return matcher.find() ? matcher.group() : null;
    },
  };
}

/**
 * The letters that every match begins with, in any case; `null` when they cannot be told. `k` and `s` end them: in any
 * case they are also the Kelvin sign and the long s, which a plain expression does not find.
 */
function leadingLetters(source: string): RegExp | null {
  if (/[|]|\\Q/.test(source)) return null;
  const [, letters = ''] = /^(?:\\b)?([a-jl-rt-z]+)(?![?*{])/i.exec(source) ?? [];
  return letters.length < 2 ? null : new RegExp(letters, 'i');
}

function problemOf(source: string, error: RE2JSException): string {
  if (/\(\?<?[=!]/.test(source)) {
    return `/${source}/ looks ahead or behind, which is not supported: write the words and join them with AND or NOT.`;
  }
  if (/\\[1-9]|\\k/.test(source)) {
    return `/${source}/ refers back to a group, which is not supported: write out what may repeat.`;
  }
  const detail = error.message.replace(/^error parsing regexp:\s*/, '');
  return `/${source}/ is not a regular expression (${detail}): put a backslash before a sign that stands for itself, or write the words in quotes.`;
}
