import type { Words } from './words.ts';

/** A name between Chinese words, with a space beside its Latin letters and digits only, as print does it. */
function between(before: string, name: string, after: string): string {
  const gap = (isLatin: boolean): string => (isLatin ? ' ' : '');
  return (
    before +
    gap(/^[\p{Script=Latin}\d]/u.test(name)) +
    name +
    gap(/[\p{Script=Latin}\d]$/u.test(name)) +
    after
  );
}

export const simplifiedChinese: Words = {
  tagNew: '新消息',
  tagUpdate: '更新',
  tagContradicts: '矛盾',
  newStories: (count) => `${count} 条新消息`,
  updates: (count) => `${count} 条更新`,
  contradictions: (count) => `${count} 条矛盾报道`,
  noNewStory: '没有新消息',
  digest: 'Wirewatch 简报',
  timesIn: (zone) => `时区：${zone}`,
  changedSince: '自上次简报以来的变化',
  also: '此外还有',
  whatIsNew: '新增内容',
  sourcesDisagree: '各来源说法不一',
  sources: '来源',
  more: (count) => `另有 ${count} 个`,
  alert: '提醒',
  answer: '回答',
  notInSources: '我的来源中没有相关内容',
  says: '称',
  statedBy: (source) => `${source}称`,
  quotationMarks: ['“', '”'],
  disagreesWith: (one, other) => `${one}${between('与', other, '说法不一')}`,
  noteOn: (publisher) => between('关于', publisher, '的笔记'),
  citedOn: (publisher, date) => `${publisher}（${date}）`,
  colon: '：',
  unnamedPublisher: '未署名来源',
  dateUnknown: '日期不明',
  untitled: '无标题',
  revised: (clock) => `修订于 ${clock}`,
  primary: '原始文件',
  wire: '通讯社',
  commentary: '评论',
  months: Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  date: (day, month, year) => `${year}年${month ?? ''}${day === null ? '' : `${day}日`}`,
  weekdayDate: (weekday, date) => `${date} ${weekday}`,
  dateTime: (date, time) => `${date} ${time}`,
  openStory: '打开一条消息',
  submit: '执行',
  close: '关闭',
  actions: {
    sources: '来源',
    timeline: '时间线',
    follow: '关注',
    mute: '不再提醒',
    notRelevant: '不相关',
    notSameStory: '不是同一事件',
    helpful: '有帮助',
    notHelpful: '没有帮助',
    approve: '批准',
    discard: '丢弃',
    edit: '编辑',
    remove: '删除',
    pause: '暂停',
    resume: '恢复',
    test: '测试',
    retry: '重试',
    save: '保存',
    watchForIt: '加入监测',
    settings: '设置',
    undo: '撤销',
  },
};
