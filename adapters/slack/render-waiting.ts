import type { SlackModal } from './block-types.ts';
import { slackLimits } from './limits.ts';
import { contexts, plainText } from './messages.ts';

/** What a window shows until what was asked for is there. */
export function renderWaiting(): SlackModal {
  return {
    type: 'modal',
    title: plainText('Wirewatch', slackLimits.viewTitleChars),
    close: plainText('×', slackLimits.viewTitleChars),
    blocks: contexts(['…']),
  };
}
