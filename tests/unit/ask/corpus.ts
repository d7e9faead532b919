import { askQuestion } from '../../../src/ask/ask-question.ts';
import type { RawArticle } from '../../../src/domain/article.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { keepKnown, lexicon, report } from '../deliver/newsroom.ts';

const keptAtMs = Date.parse('2024-03-05T06:00:00Z');

export const listing = report(
  {
    title: 'Commerce adds Huawei affiliates to the Entity List',
    text: 'The U.S. Commerce Department added 38 Huawei affiliates to the Entity List on August 17, 2020. Exports to the affiliates need a license. Huawei called the decision arbitrary.',
  },
  '2020-08-18',
);
export const otherListing = report(
  {
    title: 'More Huawei units land on the Entity List',
    publisher: 'Strait Post',
    text: 'Washington put 41 Huawei affiliates on the Entity List, Strait Post has learned. Cloud units in Paris and Singapore are among them. Suppliers had hoped for a longer transition.',
  },
  '2020-08-18',
);
export const ruling = report(
  {
    title: 'Court upholds the ban on Huawei gear at federal agencies',
    publisher: 'Basin News',
    text: 'Judge Amos Mazzant upheld Section 889, which bars federal agencies from buying Huawei equipment. Huawei had filed the suit in Plano in 2019. Company lawyer Glen Nager said Huawei was weighing its options.',
  },
  '2020-02-19',
);
export const norway = report(
  {
    title: 'Norway bars ZTE from its 5G core network',
    publisher: 'Fjord Times',
    text: 'Norway barred ZTE from the core of its 5G networks. Operators must remove ZTE equipment within four years. Minister Ingrid Solberg put the cost at 900 million kroner.',
  },
  '2021-06-08',
);
export const smic = report(
  {
    title: '中芯国际被列入实体清单',
    publisher: '海港日报',
    lang: 'zh',
    text: '美国商务部2020年12月18日将中芯国际列入实体清单。中芯国际采购10纳米及以下设备须申请出口许可证。公司表示短期影响有限。',
  },
  '2020-12-19',
);
export const note: RawArticle = report(
  {
    title: 'Note: temporary general license for Huawei suppliers',
    publisher: 'Reuters',
    kind: 'note',
    text: 'The temporary general license for Huawei suppliers was first issued in May 2019. It lapsed on August 13, 2020.',
  },
  '2020-08-14',
);

/** Keeps the texts and answers questions from them. */
export async function corpusOf(texts: readonly RawArticle[]) {
  const store = inMemoryStore();
  for (const raw of texts) await keepKnown(store.articles, raw, keptAtMs);
  const kept = await store.articles.list({ kinds: [], sinceMs: 0, limit: 100 });
  return {
    index: store.sentences,
    articles: kept.map(({ article }) => article),
    ask: (question: string, earlier: readonly string[] = []) =>
      askQuestion(question, store.sentences, lexicon, earlier),
  };
}

export const beat: readonly RawArticle[] = [listing, otherListing, ruling, norway, smic, note];
