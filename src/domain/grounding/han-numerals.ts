const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const placeValues: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Numerals stand in many words (三星, 四川, 统一), so a run counts only after 第 or 百分之, or before a measure
 * word or a magnitude. A lone 一 before a measure word is the article "a".
 */
const numeral = '[零〇一二两兩三四五六七八九十][零〇一二两兩三四五六七八九十百千]*';
const measure =
  '家|个|個|名|人|年|月|日|号|號|天|次|项|項|美元|欧元|歐元|元|%|倍|款|条|條|种|種|周|週|小时|小時|岁|歲|所|架|台|部|件|笔|筆|份|位|轮|輪|届|屆|季度|成(?!为|為|立|了|功|果|员|員|本|都)';
const counted = new RegExp(`(?<lead>第|百分之)?(?<run>${numeral})(?=(?<tail>[万萬亿億兆]|${measure})?)`, 'g');

function hanValue(run: string): number {
  if (!/[十百千]/.test(run)) return Number([...run].map((char) => digitValues[char] ?? 0).join(''));
  let total = 0;
  let pending = 0;
  for (const char of run) {
    const place = placeValues[char];
    if (place === undefined) {
      pending = digitValues[char] ?? 0;
    } else {
      total += (pending || 1) * place;
      pending = 0;
    }
  }
  return total + pending;
}

/** Chinese numerals as digits where they count something: 十四亿 is 14亿, 二〇一九年 2019年, 第三 第3. */
export function hanToDigits(text: string): string {
  return text.replace(
    counted,
    (whole, lead: string | undefined, run: string, tail: string | undefined, at) => {
      if (lead) return `${lead}${hanValue(run)}`;
      if (tail === undefined) return whole;
      const isArticle = run === '一' && !/^[万萬亿億兆]/.test(text.slice(at + whole.length));
      return isArticle ? whole : String(hanValue(run));
    },
  );
}
