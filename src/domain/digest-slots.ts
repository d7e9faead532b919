import type { DigestPlan, LocalTime } from './channel.ts';

/**
 * A plan as five-field cron expressions on the wall clock of its channel's zone: the digest is due whenever one of
 * them is. None for a plan without times.
 */
export function slotCronsOf(plan: DigestPlan): readonly string[] {
  switch (plan.kind) {
    case 'realtime':
      return ['* * * * *'];
    case 'times':
      return [
        ...plan.weekday.map((time) => cronAt(time, '1-5')),
        ...plan.weekend.map((time) => cronAt(time, '0,6')),
      ];
    case 'weekly':
      return [cronAt(plan.time, String(plan.day))];
    case 'cron':
      return [plan.cron];
  }
}

function cronAt(time: LocalTime, days: string): string {
  return `${time % 60} ${Math.floor(time / 60)} * * ${days}`;
}
