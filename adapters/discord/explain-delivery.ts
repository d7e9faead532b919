import type { Delivery } from '../../src/domain/delivery.ts';
import type { MessageDocument, NoticeDocument } from '../../src/domain/message-document.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { type AppWords, appWordsOf } from './app-words.ts';

/** More would be the message itself again. */
const mostStories = 10;

/** How a message came to be, for whoever asks under it: what it is made of, and of an alert the reason. */
export function explainDelivery(
  { document }: Pick<Delivery, 'document'>,
  language: Language,
): NoticeDocument {
  const words = appWordsOf(language);
  const headlines = headlinesOf(document);
  const left = headlines.length - mostStories;
  return {
    kind: 'notice',
    heading: words.whyHeading,
    paragraphs: [
      ...reasonsOf(document, words),
      ...headlines.slice(0, mostStories).map((headline) => `• ${headline}`),
      ...(left > 0 ? [words.moreStories(left)] : []),
    ],
  };
}

function reasonsOf(document: MessageDocument, words: AppWords): readonly string[] {
  switch (document.kind) {
    case 'digest':
      return [words.whyDigest(document.stories.length)];
    case 'story':
      return [words.whyStory];
    case 'update':
      return [words.whyUpdate];
    case 'alert':
      return [words.whyWatch(document.watchName), document.reason];
    case 'answer':
      return [words.whyAnswer];
    case 'notice':
      return [words.whyNotice];
  }
}

function headlinesOf(document: MessageDocument): readonly string[] {
  switch (document.kind) {
    case 'digest':
      return document.stories.map(({ headline }) => headline);
    case 'story':
    case 'update':
      return [document.story.headline];
    case 'alert':
      return document.stories.map(({ story }) => story.headline);
    case 'answer':
      return [document.question];
    case 'notice':
      return [document.heading];
  }
}
