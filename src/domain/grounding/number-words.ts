const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = [
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'],
  ...['eighteen', 'nineteen'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'],
  ...['eighteenth', 'nineteenth', 'twentieth'],
];

const below100 = `(?:(?:${tens.join('|')})(?:[- ](?:${units.join('|')}))?|${teens.join('|')}|${units.join('|')})`;
const ordinalWord = new RegExp(`\\b(?:(${tens.join('|')})-)?(${ordinals.join('|')})(?:s\\b|\\b)`, 'gi');
const cardinalWord = new RegExp(
  `\\b(?:(${below100}|an?) (hundred|dozen)(?: and (${below100}))?|(${below100}))\\b`,
  'gi',
);
/** "a million" is a figure; "a" before anything else is not. */
const oneScale = /\b(?:an?|one) (?=(?:thousand|million|billion|trillion)\b)/gi;
/** "one" as a pronoun or in a set phrase counts nothing. */
const pronounOne =
  /\b(?:no|every|any|some|each|the|this|that|which|another) one\b|\bone (?:of|another|day|that|who|which)\b|\bone's\b|\bone-(?:off|time|sided|way)\b/gi;

function valueBelow100(words: string): number {
  return words
    .toLowerCase()
    .split(/[- ]/)
    .reduce((sum, word) => sum + valueOfWord(word), 0);
}

function valueOfWord(word: string): number {
  if (word === 'a' || word === 'an') return 1;
  if (tens.includes(word)) return 20 + 10 * tens.indexOf(word);
  return teens.includes(word) ? 10 + teens.indexOf(word) : units.indexOf(word);
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** English number words up to ninety-nine hundred as digits: "thirty-two" is "32", "a dozen" "12", "third" "3rd". */
export function wordsToDigits(text: string): string {
  return text
    .replace(pronounOne, (phrase) => phrase.replace(/one/gi, '___'))
    .replace(oneScale, '1 ')
    .replace(ordinalWord, (_whole, ten: string | undefined, word: string) => {
      const value = (ten ? valueOfWord(ten.toLowerCase()) : 0) + ordinals.indexOf(word.toLowerCase()) + 1;
      return `${value}${ordinalSuffix(value)}`;
    })
    .replace(cardinalWord, (_whole, count, scale, rest, plain) => {
      if (plain) return String(valueBelow100(plain));
      const factor = scale.toLowerCase() === 'dozen' ? 12 : 100;
      return String(valueBelow100(count) * factor + (rest ? valueBelow100(rest) : 0));
    });
}
