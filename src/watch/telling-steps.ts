import type { Delivery } from '../domain/delivery.ts';
import type { WatchHitRecord } from '../domain/watch.ts';
import type { ExplainStep } from './explain-step.ts';

type ToldMessage = Pick<Delivery, 'state' | 'hold' | 'permalink' | 'lastProblem'>;

/** From the hit to the message: what was decided, and where the message stands. */
export function tellingSteps(hit: WatchHitRecord | null, delivery: ToldMessage | null): ExplainStep[] {
  return [decisionStep(hit), deliveryStep(delivery)];
}

function decisionStep(hit: WatchHitRecord | null): ExplainStep {
  const stage = 'decision';
  if (!hit) {
    const why = 'No hit is recorded: it is yet to be matched, or the watch was changed after it came.';
    return { stage, outcome: 'waiting', why };
  }
  switch (hit.state) {
    case 'pending':
      return { stage, outcome: 'waiting', why: 'The hit waits for the next look at its channel.' };
    case 'told':
      return { stage, outcome: 'passed', why: 'The hit was to be told.' };
    case 'not_told':
      return { stage, outcome: 'stopped', why: hit.remark ?? 'It was decided not to tell it.' };
  }
}

function deliveryStep(delivery: ToldMessage | null): ExplainStep {
  const stage = 'delivery';
  if (!delivery) {
    return { stage, outcome: 'waiting', why: 'It was told; in which message is not known.' };
  }
  switch (delivery.state) {
    case 'held':
      return { stage, outcome: 'waiting', why: holdText(delivery) };
    case 'owed':
    case 'sending':
      return { stage, outcome: 'waiting', why: owedText(delivery) };
    case 'posted':
      return {
        stage,
        outcome: 'passed',
        why: `Posted${delivery.permalink ? ` at ${delivery.permalink}` : ''}.`,
      };
    case 'dead':
      return { stage, outcome: 'stopped', why: deadText(delivery) };
  }
}

function holdText({ hold }: ToldMessage): string {
  if (hold?.kind !== 'quiet') return 'The message is held until an admin approves it.';
  const until = new Date(hold.untilMs).toISOString().slice(0, 16).replace('T', ' ');
  return `The message is held for quiet hours, until ${until} UTC.`;
}

function owedText({ lastProblem }: ToldMessage): string {
  const problem = lastProblem ? ` The last attempt failed: ${lastProblem}` : '';
  return `The message is owed, and is sent in its turn.${problem}`;
}

function deadText({ lastProblem }: ToldMessage): string {
  return `${lastProblem ?? 'The message could not be posted.'} "deliveries retry" sends it again.`;
}
