import type { CommandAnswer } from '../../src/domain/command.ts';
import type { Language } from '../../src/domain/words/words.ts';
import type { SlackPayload } from './block-types.ts';
import { renderCommandAnswer } from './render-command-answer.ts';

/** More would push everything else out of sight, and each message is a call that Slack counts. */
const mostMessages = 5;

/** The messages of an answer: where there are more than five, the first five and a sentence that says how to see the rest. */
export function cappedAnswer(answer: CommandAnswer, language: Language): readonly SlackPayload[] {
  const payloads = renderCommandAnswer(answer, { language });
  const left = payloads.length - mostMessages;
  if (left <= 0) return payloads;
  const said = left === 1 ? '1 more message is' : `${left} more messages are`;
  const problem = `${said} left out here. To see the rest, ask for one part of it at a time: one story, one channel, a narrower question.`;
  return [
    ...payloads.slice(0, mostMessages),
    ...renderCommandAnswer({ kind: 'refused', problem }, { language }),
  ];
}
