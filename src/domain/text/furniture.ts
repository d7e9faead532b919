/**
 * Lines that stand on a page and are no part of the article: navigation, by-lines, clocks, captions, tags, teasers
 * of other stories, appeals to subscribe. Found by the general shape of such lines, never by one site's wording.
 */
const furniturePatterns: readonly RegExp[] = [
  // Navigation, sharing and accounts
  /^(?:home|all news|menu|search|top|back|next|previous|comments?|share|tweet|like[sd]?|follow(?: us)?|print|e-?mail|facebook|twitter|x|linkedin|whatsapp|flipboard|reddit|pinterest|close|sign (?:in|up)|log ?in|register|subscribe|donate|listen(?: live)?|watch(?: live)?|download|advertise(?:ment)?|promoted|sponsored|related|trending|most (?:read|popular)|editors?['’] picks?|discussion|tags?|topics?|filed under|read (?:more|next|also|later)|see also|more (?:on|from|stories)\b.{0,40}|leave a (?:reply|comment)|get short url|short url|clear all|comparison.{0,12}clear all)[\s:：|.>»]*$/iu,
  /^[^.!?]{0,40}(?:[>›»|·]\s*[^.!?]{1,60}){2,}$/u,
  /^.{1,25} [>›»] .{1,80}$/u,
  /\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|copyright ©|newsletters?|sign up (?:for|to)|subscribe (?:to|now|today)|(?:your|a|digital|free|premium|manage|start) subscriptions?|your inbox|email address|required fields|click here|read more here|support (?:our|us)\b.{0,30}journalism|download (?:our|the) app|community standards|send (?:us )?tips|view comments|comments? (?:are|is) closed|^share (?:this|to)|share this (?:article|story|post|page|link|on)|follow us|join (?:our|the) (?:telegram|whatsapp))\b/iu,
  /(?:訂戶|订户|訂閱|订阅|訂阅|版权所有|版權所有|责任编辑|責任編輯|原标题|原標題|关注我们|關注我們|扫码|掃碼|广告|廣告位|广告位|点击|點擊|转载|轉載|分享到|相关新闻|相關新聞|延伸閱讀|延伸阅读|更多新闻)/u,
  /^(?:original title|source|share to|editor|responsible editor|reporter|author|read (?:more|also|next)|see also|related)\s*[:：]/iu,
  // By-lines, datelines of the page, clocks
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(?:\p{Lu}[\p{L}.'’-]*\s*,?\s*(?:and\s+)?){1,6}(?:,?\s*(?:(?:staff |news )?(?:writer|reporters?|correspondent|editor)s?|staff|news|published.*))?$/u,
  /^(?:published|updated|posted|last (?:updated|modified)|first published|created|date)(?:\s*:|\s+(?:on |at )?(?:\p{L}{3,9}\.? )?\d)/iu,
  /^(?:this article is more than|last modified on)\b/iu,
  /^(?:\p{L}{2,9}[,.]?\s+)?(?:\d{1,2}[\s./-])?(?:\d{1,4}|\p{L}{3,9}\.?)[\s./-]\d{1,4}(?:[,.]?\s*\d{2,4})?[,\s|-]*(?:\d{1,2}[:.]\d{2}.{0,14})?$/u,
  /^\d{1,2}[:.]\d{2}\s*(?:gmt|utc|[ap]m|[a-z]{2,4})?\b.{0,24}$/iu,
  /^\w{3,9} \d{1,2}, \d{4},? ?\d{1,2}:\d{2}.{0,8}$/u,
  // Captions and credits
  /^(?:image|images|photo(?:graph)?s?|picture|pictured|video|graphic|illustration|caption|credit|file photo|image credit|图|圖)\s*[:：(/]/iu,
  /^(?:photo|image|picture|video|graphic) (?:by|via|courtesy|credit)\b/iu,
  /(?:getty images?|reuters\/|ap photo|afp via|\(photo(?: by| credit)?|\/ ?(?:ap|afp|epa|xinhua)\)|bloomberg via)[^.]{0,60}$/iu,
  /^!?\[.*\]\(.*\)$|^:?no_upscale\(\)|^https?:\/\/\S+$/iu,
  // Numbers alone (counters of shares and comments), separators
  /^[\d\s.,:+kK%-]+$/u,
  /^#{1,6}\s/u,
];

const endsLikeSentence = /[.!?。！？…;；:：]["”’»」』）)\]]*$/u;

/** A line without an end mark whose words are mostly capitalised: a heading, or the teaser of another story. */
function isHeadline(line: string): boolean {
  if (endsLikeSentence.test(line)) return false;
  const words = line.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  if (words.length === 0 || words.length > 25) return false;
  const capitalised = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length > 0 && capitalised / long.length >= 0.7;
}

/** An item of a list that ends in the air and says little: the link to another story. */
function isListedTeaser(line: string): boolean {
  return /^[-*•·]\s/u.test(line) && !endsLikeSentence.test(line) && line.split(/\s+/).length < 17;
}

/** A few words without an end mark: a crumb, a tag, a counter. */
function isCrumb(line: string): boolean {
  if (endsLikeSentence.test(line)) return false;
  if (/\p{Script=Han}/u.test(line)) return line.length < 12;
  const words = line.split(/\s+/);
  return words.length < 5 || (words.length < 12 && line.split(',').length - 1 >= words.length / 2 - 0.5);
}

/** Whether a line belongs to the page and not to an article's head; a headline is not navigation. */
export function isNavigation(line: string): boolean {
  return isCrumb(line) || furniturePatterns.some((pattern) => pattern.test(line));
}

/** Whether a line of a document is no part of its article. */
export function isFurniture(line: string): boolean {
  const trimmed = line.trim();
  if (!trimmed) return true;
  return (
    isCrumb(trimmed) ||
    isHeadline(trimmed) ||
    isListedTeaser(trimmed) ||
    (trimmed.length < 300 && furniturePatterns.some((pattern) => pattern.test(trimmed)))
  );
}

/** The lines of a text that belong to its article; a line that stands twice is kept once. */
export function withoutFurniture(text: string): string {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (isFurniture(trimmed) || seen.has(trimmed)) continue;
    seen.add(trimmed);
    kept.push(trimmed);
  }
  return kept.join('\n');
}
