/** A line this long is a paragraph, whatever it begins with. */
const longestLine = 160;

/** A line of nothing but these is a row of buttons. */
const controlWords: ReadonlySet<string> = new Set([
  ...[
    'share',
    'tweet',
    'pin',
    'email',
    'e-mail',
    'mail',
    'print',
    'save',
    'copy',
    'link',
    'comment',
    'comments',
    'reply',
  ],
  ...[
    'follow',
    'subscribe',
    'sign',
    'log',
    'login',
    'in',
    'up',
    'out',
    'listen',
    'play',
    'menu',
    'search',
    'close',
    'open',
  ],
  ...[
    'facebook',
    'twitter',
    'x',
    'linkedin',
    'whatsapp',
    'telegram',
    'reddit',
    'instagram',
    'youtube',
    'flipboard',
  ],
  ...[
    'weibo',
    'wechat',
    'line',
    'bookmark',
    'gift',
    'full',
    'this',
    'article',
    'story',
    'us',
    'on',
    'now',
    'here',
    'more',
  ],
  ...[
    'news',
    'home',
    'accept',
    'reject',
    'manage',
    'all',
    'cookies',
    'likes',
    'views',
    'ad',
    'advertisement',
    'advertising',
  ],
  ...[
    'sponsored',
    'promoted',
    'anzeige',
    'werbung',
    'publicité',
    'publicidad',
    '广告',
    '廣告',
    '分享',
    '打印',
    '收藏',
    '评论',
    '評論',
  ],
]);

/** Labels, which never end as a sentence does: "Updated rules apply from 5 May." is one. */
const labels: readonly RegExp[] = [
  /^(?:published|updated|posted|last (?:updated|modified)|first published|modified|date)\b.{0,60}\d.{0,20}$/i,
  /^(?:updated|published)?\s*\d+\s*(?:second|minute|hour|day|week|month|year)s? ago.{0,20}$/i,
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+\p{Lu}[^.!?]{1,70}$/u,
  /^by\b.{0,40}\bstaff\b.{0,40}$/i,
  /^(?:related|recommended|trending|popular|most read|top stories|latest|editors?['’]?s? picks?|up next|don['’]t miss)(?:\s+[\w']+){0,3}:?$/i,
  /^(?:more (?:on|from|in|stories)|you (?:may|might) (?:also )?like)(?:\s+[\w']+){0,3}:?$/i,
  /^(?:previous|next)(?: (?:article|post|story|page))?(?:\s*[:»«→←].*)?$/i,
  /^(?:back to top|skip to (?:main )?content|go to homepage|load more|show (?:more|less)|view all|see all)$/i,
  /^(?:home|news)(?:\s*[>»/›|]\s*[^>»/›|]{1,60})+$/i,
  /^(?:\d[\d.,]*k?\s*)?(?:like|share|view|comment|retweet|reaction|clap|read)s?\s*(?:\(?\d[\d.,]*k?\)?)?$/i,
  /^\d{1,2}\s*min(?:ute)?s?\s*read$/i,
  /^(?:estimated )?reading time.{0,30}$/i,
  /^comparison\s+clear all$/i,
  /^(?:photo|image|video|picture) (?:by|courtesy|via)\b.*$/i,
  /^(?:责任编辑|責任編輯|编辑|編輯|记者|記者|來源|来源|作者)\s*[:：].{0,40}$/,
  /^(?:點击|点击|關注|关注|扫一扫|訂閱|订阅).{0,12}$/,
];

/** Whole sentences that belong to the page. Each begins as no sentence of a report does. */
const phrases: readonly RegExp[] = [
  /^(?:share|follow|find|join) (?:this|us|me) (?:on|via|with|at)\b/i,
  /^follow .{1,50} on (?:twitter|x|facebook|instagram|linkedin|telegram)\b/i,
  /^(?:sign up|subscribe|register|click here|tap here|download)(?: now)? (?:to|for|here|today|our|the (?:app|live))\b/i,
  /\b(?:sign up (?:for|to)|subscribe to|get) (?:our|the|this) .{0,30}newsletter/i,
  /^(?:you have|you['’]ve) (?:read|\d+).{0,40}\barticles?\b/i,
  /^(?:this article is|this content is) (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)/i,
  /^this article is (?:more than |over )?\d+ (?:day|week|month|year)s? old/i,
  /^already (?:a )?(?:subscriber|member|registered)\b/i,
  /^we (?:value your privacy|(?:and our .{1,40})?(?:use|store) cookies)/i,
  /^(?:read|see|watch|hear|learn|find out) (?:more|also|next|now|here|the full story)\b/i,
  /^(?:watch|see) (?:the |this )?video\b/i,
  /^(?:related|read|watch|see also|also read|more on this)\s*[:|]/i,
  /^continue reading\b/i,
  /^leave (?:a|your) (?:reply|comment)\b/i,
  /^your e-?mail address will not be published/i,
  /^required fields are marked/i,
  /^(?:photo|image|picture|photograph|illustration|credits?|caption|foto|bild|图片来源|圖)(?: (?:by|credit|courtesy|source))?\s*[:：]/i,
  /^source\s*[:：]/i,
  /^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|labels|标签|標籤|关键词)\s*[:：]/i,
  /^(?:short ?url|permalink|short link|source url|url)\s*[:：]/i,
  /^https?:\/\/\S+$/i,
  /^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))/i,
  /\ball rights reserved\.?$/i,
  /^(?:ad|advertisement|sponsored(?: content| post)?|promoted(?: content)?|paid (?:content|post)|partner content|recommended by \w+)\s*[:：|]/i,
  /^(?:story|article) continues (?:below|after)|^scroll (?:down )?to continue/i,
  /^(?:reporting|editing|additional reporting|writing) by\b/i,
  /^our standards\s*:/i,
  /^(?:disclaimer|disclosure)\s*[:：]/i,
  /^(?:the views expressed|this (?:story|article) (?:was|has been|originally))\b/i,
  /^click here to get\b/i,
];

/** Page clocks and date lines: a weekday, a date, a time, and nothing that is said about them. */
const clockWords =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[ap]\.?m|gmt|utc|[ecmp][sd]t|ces?t|bst|at|\d{1,4}(?:st|nd|rd|th|[ap]m)?)$/i;

const sentenceEnd = /[.!?。！？]["'”’」）)]*$/;

/** True for a line that is furniture of the page wherever it stands. `line` is trimmed. */
export function isBoilerplate(line: string): boolean {
  if (line.length > longestLine) return false;
  if (!/\p{L}/u.test(line) && line.length < 12) return true;
  const words = line
    .toLowerCase()
    .split(/[\s|,·/&:»«>]+/)
    .filter((word) => word !== '');
  if (words.every((word) => controlWords.has(word))) return true;
  if (isClock(line)) return true;
  return (
    phrases.some((pattern) => pattern.test(line)) ||
    (!sentenceEnd.test(line) && labels.some((pattern) => pattern.test(line)))
  );
}

function isClock(line: string): boolean {
  const words = line.split(/[\s,:;|·/.年月日-]+/).filter((word) => word !== '');
  return words.length >= 3 && words.every((word) => clockWords.test(word)) && /\d{4}/.test(line);
}
