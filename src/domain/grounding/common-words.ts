function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** English words that carry no content of their own. */
export const functionWords = wordSet(
  'a about above according across additional after again against all almost already also although amid among an and ' +
    'another any are around as at based because been before being between beyond both but by can citing could despite ' +
    'does due during each earlier early either even every few final following for from further had has have he her ' +
    'here him his how however if in instead into it its just last late later less like many may meanwhile might more ' +
    'moreover most much nearly new no nor not now of on once one only onto or other others our out over own pending ' +
    'previously said same says separately several shall she should since so some still such than that the their them ' +
    'then there these they this those though through thus to together toward towards two three four five six seven ' +
    'eight nine ten under until unless up upon very was we were what when where whether which while who whom whose why ' +
    'will with within without would yet you',
);

/** Nouns that begin sentences of news and name nobody. */
const newsNouns = wordSet(
  'actions analysts authorities banks buyers chipmakers chips companies concerns controls critics customers data ' +
    'deliveries diplomats documents equipment executives experts exporters exports firms foreign global government ' +
    'governments imports industry investors items lawmakers lawyers licenses ministers officials operators orders ' +
    'people police prices production prosecutors regulators revenue rules sales sanctions sellers shares shipments ' +
    'sources spokespeople suppliers talks tariffs trade users vendors violations',
);

/** Endings that make common nouns and hardly a name. */
const commonEnding = /(?:tions?|ments?|ness|isms?|ities|ships?)$/;

/**
 * True for an English word (in small letters) that opens sentences without naming anybody. Any other counts as
 * a name there, unless a source writes it small.
 */
export function isCommonOpener(word: string): boolean {
  return functionWords.has(word) || newsNouns.has(word) || commonEnding.test(word);
}
