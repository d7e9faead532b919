/** First letters of month names, January first, in the languages whose feeds write them out. Longer ones are tried first. */
const monthStarts: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв'],
  ['feb', 'fév', 'fev', 'фев'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt', 'мар'],
  ['apr', 'avr', 'abr', 'апр'],
  ['may', 'mai', 'mei', 'mag', 'май', 'мая'],
  ['jun', 'juin', 'giu', 'июн'],
  ['jul', 'juil', 'lug', 'июл'],
  ['aug', 'aoû', 'aou', 'ago', 'авг'],
  ['sep', 'set', 'сен'],
  ['oct', 'okt', 'ott', 'out', 'окт'],
  ['nov', 'noy', 'ноя'],
  ['dec', 'déc', 'dez', 'dic', 'дек'],
];

/** 1 to 12, `null` for a word that begins no month's name. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase().normalize('NFC');
  const index = monthStarts.findIndex((starts) => starts.some((start) => lower.startsWith(start)));
  return index === -1 ? null : index + 1;
}

/**
 * Minutes east of UTC. RFC 5322 4.3 names the American ones; the rest are those that feeds really use and that
 * mean one zone. IST (India, Ireland, Israel) is left out for that reason.
 */
const zoneMinutes: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
  ...{
    akst: -540,
    akdt: -480,
    hst: -600,
    bst: 60,
    west: 60,
    cet: 60,
    met: 60,
    mez: 60,
    cest: 120,
    mest: 120,
  },
  ...{ mesz: 120, eet: 120, eest: 180, msk: 180, hkt: 480, sgt: 480, awst: 480, jst: 540, kst: 540 },
  ...{ acst: 570, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
};

/** Minutes east of UTC for `CET`, `+0530`, `GMT+8`, `-05:00`; `null` when the text names no zone that is known. */
export function zoneOffsetMinutes(text: string): number | null {
  const zone = text.trim().toLowerCase();
  const named = zoneMinutes[zone];
  if (named !== undefined) return named;
  const match = /^(?:gmt|utc|ut)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return null;
  const [, sign, hours, minutes] = match;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  // The widest offsets in use are +14:00 and -12:00.
  return offset > 840 || Number(minutes ?? 0) > 59 ? null : sign === '-' ? -offset : offset;
}
