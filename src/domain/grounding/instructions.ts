/**
 * Text that gives orders instead of stating facts. Cheap patterns, and no defence by themselves: a model has no
 * tools and no secrets, and what it writes is checked. They keep crude attacks out of prompts and posts. Each is
 * drawn narrowly, since news says "will respond with", "cannot ignore" and "as an agent" too.
 */

const old =
  '(?:all|any|every|the|these|those|your|my|our|of|and|other|previous|prior|above|earlier|preceding|former|existing|original|system|safety)';
const rules = '(?:instructions?|prompts?|rules|directions|guidelines|guardrails|orders|messages)';
const model = '(?:AI|A\\.I\\.|LLM|GPT|chatbot|bot|assistant|language model|summari[sz]er)';
const order =
  '(?:say|post|reply|respond|answer|repeat|print|output|write|tell|ignore|disregard|forget|click|visit|subscribe|send|share|forward|follow|add|include|mention|append|insert|translate|reveal|publish|pin|tag|ping|open|download|install|call|execute|run|paste|copy|quote)';

/** Aimed at a model, or at those who run one, wherever in the text it stands. */
const englishOrders: readonly RegExp[] = [
  new RegExp(`\\b(?:ignore|disregard|forget|override|bypass|skip)\\b (?:${old} ){1,6}${rules}\\b`, 'i'),
  /\b(?:ignore|disregard|forget) (?:everything|anything|all|what)(?: that)? (?:above|before|prior|else|previous|preced|you|written)/i,
  /\bas an? (?:AI|LLM|chatbot|(?:large )?language model)(?: (?:assistant|model|language model))?(?=,|\.|$| I\b| you\b)/i,
  new RegExp(`\\byou are (?:now |no longer )*(?:an? |the )?(?:helpful |unrestricted )?${model}\\b`, 'i'),
  new RegExp(
    `\\b(?:dear|hey|attention|note to|notice to|message (?:to|for)|instructions? (?:to|for)) (?:the |any |all |every )*${model}s?(?: (?:models?|assistants?|agents?|systems?|readers?))?(?= ?[:,.!-]|$)`,
    'i',
  ),
  /\b(?:system|developer) (?:prompt|message)s?\b|\bhidden (?:prompts?|instructions?)\b/i,
  /\b(?:new|updated|additional|special|following|these) instructions? ?(?::|follow\b|apply\b)/i,
  /\b(?:developer|debug|god|jailbreak|dan) mode\b|\bjailbreak(?:ed)?\b/i,
  /^\s*(?:system|assistant|user|human|developer) ?:/im,
  /\bin your (?:next )?(?:summary|answer|reply|response|digest|output|brief)\b/i,
  /\b(?:when|while|before) (?:you )?summari[sz](?:e|ing)\b/i,
  new RegExp(`\\byou must (?:now |always |only |not |never |also )*${order}\\b`, 'i'),
  /\b(?:then|please|just|instead|now|only),? (?:say|post|reply|respond|print|output|repeat)(?: with| that| only| exactly)? ?["'“‘:]/i,
  /\band (?:say|reply|respond with|output|print|post) [A-Z]{4,}\b/,
  /(?:^|[.!?:,] |\b(?:please|only|must|just) )(?:respond|reply|answer) (?:only |just )?with\b/i,
  /\bdo not (?:summari[sz]e|mention this|tell the (?:user|reader))\b/i,
  /\b(?:reveal|print|output|send|leak|exfiltrate) (?:me |us )?(?:the |your |all |any )*(?:(?:api|secret|access) (?:keys?|tokens?)|passwords?|credentials|prompt)\b/i,
];

const otherLanguages: readonly RegExp[] = [
  /\b(?:ignorier\w*|vergiss|missachte)\b.{0,40}\b(?:anweisung\w*|vorgaben|befehle)\b/i,
  /\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:instructions?|consignes)\b/i,
  /\b(?:ignor[ae]|olvida|esquece|dimentica)\b.{0,40}\b(?:instrucciones|istruzioni|instru[cç][oõ]es)(?!\p{L})/iu,
  /\bnegeer\b.{0,40}\binstructies\b/i,
  /(?:игнорируй|забудь).{0,40}(?:инструкци|указани|предыдущ)/iu,
  /(?:önceki|yukarıdaki).{0,20}talimat/iu,
  /(?:以前|前|上記|これまで)の?(?:すべての)?(?:指示|命令).{0,6}(?:無視|忘れ)|システムプロンプト/u,
  /(?:이전|위의|앞의).{0,10}(?:지시|명령|지침).{0,8}(?:무시|잊)|시스템 프롬프트/u,
  /تجاهل.{0,20}(?:التعليمات|الأوامر)/u,
  /(?:忽略|无视|無視|忘记|忘記|不要理会|不要理會|跳过|跳過).{0,8}(?:之前|以前|以上|上述|上面|前面|先前|此前|所有|一切).{0,8}(?:指令|指示|提示|命令|规则|規則|要求|内容|內容)/u,
  /(?:之前|以上|上述|上面|前面|先前|所有)的?(?:指令|指示|提示|命令).{0,6}(?:忽略|无视|無視|忘记|忘記|无效|無效|作废|作廢)/u,
  /(?:作为|作為|你是|你现在是|你現在是)(?:一个|一個|一名|一款)?(?:AI|人工智能|人工智慧|大?语言模型|大?語言模型|聊天机器人|聊天機器人)(?:助手|助理|模型|机器人|機器人|，|,|。|$)/u,
  /(?:系统|系統|隐藏|隱藏)提示[词詞]|开发者模式|開發者模式|越狱模式|越獄模式/u,
  /你(?:必须|必須|务必|務必|现在要|現在要)/u,
  /(?:^|[。！？，；,;!?\s])(?:请|請)(?:你|您|直接|立即|务必|務必|只|仅|僅)*(?:回复|回覆|回答|输出|輸出|打印|发布|發布|发送|發送|转发|轉發|点击|點擊|关注|關注|订阅|訂閱|扫码|掃碼|说|說|写|寫|重复|重複|复制|複製|访问|訪問|打开|打開|忽略|加入|附上|下载|下載)/u,
];

/** Aimed at a reader: furniture of pages, and sentences that begin with an order. */
const readerOrders: readonly RegExp[] = [
  new RegExp(
    `(?:^|[.!?:] )["'“‘]?(?:please |now |just |instead,? |then )*${order}(?: (?:that|this|these|the following|it|to|only|all|your|us|me|here|exactly|everyone|everything|now|below)\\b| ?["'“‘<:@#]| (?:an?|the) (?:link|message|word|phrase|sentence|note|channel|story|post|url|page|file|comment)\\b)`,
    'i',
  ),
  /\b(?:click|tap|sign up|subscribe|register|download) (?:here|now|below|today)\b/i,
  /\b(?:sign up|subscribe) (?:for|to) (?:our|the|this|my)\b/i,
  /(?:扫码|掃碼|点击|點擊)(?:关注|關注|下方|这里|這裡|此处|此處|链接|鏈接|連結|阅读|閱讀)|关注我们|關注我們/u,
];

/** What only a draft is refused for: a source may tell readers "you must obtain a license", a brief may not. */
const addressesReader: readonly RegExp[] = [
  /\byou (?:must|should|need to|have to|can|may|are|will|ought)\b|\byour\b/i,
  /^(?:please|let's|click|visit|note|remember|check|subscribe|follow|send|say|tell|buy|sell|consider|stay|join|download|reply|respond|repeat|ignore|disregard|forget|make sure|be sure|beware|do not|don't|never)\b(?! (?:before|again|since|in)\b)/i,
  /^(?:请|請|不要|务必|務必|切勿|注意|记住|記住)|你|您/u,
  /^(?:I am|I'm|I cannot|I can't|I will|Sorry|Sure|Here (?:is|are))\b/i,
];

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for text with an order to a model or to a reader in it. */
export function holdsInstruction(text: string): boolean {
  const plain = plainOf(text);
  return [...englishOrders, ...otherLanguages, ...readerOrders].some((pattern) => pattern.test(plain));
}

/** A brief states what happened; it gives no orders and speaks to nobody. */
export function checkInstructions(draft: string): readonly string[] {
  const plain = plainOf(draft);
  const speaks = holdsInstruction(plain) || addressesReader.some((pattern) => pattern.test(plain));
  return speaks ? ['It gives an instruction or speaks to the reader.'] : [];
}
