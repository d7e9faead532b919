import type { CommandAnswer } from '../../src/domain/command.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import type { SlackBlock, SlackModal } from './block-types.ts';
import { slackLimits } from './limits.ts';
import { contexts, plainText } from './messages.ts';
import { feedbackAsButtons } from './render-actions.ts';
import { renderCommandAnswer } from './render-command-answer.ts';
import { viewTitle } from './render-form.ts';

export interface AnswerViewContext {
  /** Shortened at a word to what a window's title holds: the command's name, for one. */
  readonly title: string;
  readonly language: Language;
  /** Comes back when something in the window is pressed; up to 3,000 characters, '' for none. */
  readonly privateMetadata: string;
}

const moreWords = 'A window holds no more than this. Give the command in a channel to see all of it.';

/** An answer in a window instead of a message; what has no room in one is left out, and said to be. */
export function renderAnswerView(answer: CommandAnswer, context: AnswerViewContext): SlackModal {
  const blocks = renderCommandAnswer(answer, context).flatMap((payload) => payload.blocks.map(inWindow));
  const shown = fittingBlocks(blocks);
  return {
    type: 'modal',
    title: viewTitle(context.title),
    close: plainText(wordsOf(context.language).close, slackLimits.viewTitleChars),
    ...(context.privateMetadata === '' ? {} : { private_metadata: context.privateMetadata }),
    blocks: shown.length < blocks.length ? [...shown, ...contexts([moreWords])] : shown,
  };
}

/** Slack takes thumbs in messages only. */
function inWindow(block: SlackBlock): SlackBlock {
  return block.type === 'context_actions' ? feedbackAsButtons(block) : block;
}

/** As many whole blocks from the start as a view holds, with one left for saying that there are more. */
function fittingBlocks(blocks: readonly SlackBlock[]): readonly SlackBlock[] {
  let bytes = 0;
  const end = blocks.findIndex((block) => {
    bytes += Buffer.byteLength(JSON.stringify(block));
    return bytes > slackLimits.viewJsonBytes;
  });
  const fitting = end < 0 ? blocks : blocks.slice(0, end);
  const isWhole = fitting.length === blocks.length && blocks.length <= slackLimits.blocksPerView;
  return isWhole ? blocks : fitting.slice(0, slackLimits.blocksPerView - 1);
}
