import type { Topic } from '../../src/domain/topic.ts';
import { createTopicLexicon } from '../../src/domain/topic-lexicon.ts';

/** A small topic of the same make as the shipped one, so that a change of its words moves no test. */
export const sampleTopic: Topic = {
  id: 'sample',
  name: 'Export controls in small',
  threshold: 0.5,
  termGroups: [
    {
      name: 'instruments',
      weight: 3,
      nearEntity: false,
      terms: [
        'entity list',
        'export control*',
        'export licen*',
        'covered list',
        '实体清单',
        '實體清單',
        '出口管制',
      ],
    },
    {
      name: 'action against a company',
      weight: 1.5,
      nearEntity: true,
      terms: ['ban', 'bans', 'banned', 'licen*', 'sanction*', '禁令', '禁用'],
    },
    {
      name: 'setting',
      weight: 0.6,
      nearEntity: false,
      terms: ['national security', '5G network*', '5G网络'],
    },
    {
      name: 'products',
      weight: -1.6,
      nearEntity: false,
      terms: ['smartphone*', 'camera*', 'battery', 'profit*', '手机'],
    },
  ],
  entities: [
    { id: 'huawei', name: 'Huawei', kind: 'company', weight: 1.5, aliases: ['Huawei', '华为', '華為'] },
    { id: 'zte', name: 'ZTE', kind: 'company', weight: 1.5, aliases: ['ZTE', '中兴', '中興'] },
    {
      id: 'bis',
      name: 'Bureau of Industry and Security',
      kind: 'agency',
      weight: 1.5,
      aliases: ['Bureau of Industry and Security', 'BIS', '工业与安全局'],
    },
    {
      id: 'commerce',
      name: 'Commerce Department',
      kind: 'agency',
      weight: 0.6,
      aliases: ['Commerce Department', 'Department of Commerce', '商务部', '商務部'],
    },
    {
      id: 'list',
      name: 'Entity List',
      kind: 'list',
      weight: 1,
      aliases: ['Entity List', '实体清单', '實體清單'],
    },
    {
      id: 'us',
      name: 'United States',
      kind: 'place',
      weight: 0,
      aliases: ['United States', 'US', 'U.S.', '美国'],
    },
    {
      id: 'uk',
      name: 'United Kingdom',
      kind: 'place',
      weight: 0,
      aliases: ['Britain', 'UK', '英国', '英國'],
    },
  ],
  nearMisses: [
    { phrase: 'software license*', reason: 'permission to use software' },
    { phrase: 'UFLPA entity list', reason: 'another list, of goods made with forced labor' },
    { phrase: 'travel ban*', reason: 'a rule for travellers' },
  ],
};

export const sampleLexicon = createTopicLexicon(sampleTopic);
