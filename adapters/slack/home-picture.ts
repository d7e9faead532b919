import { createHash } from 'node:crypto';
import type { DayChart } from '../../src/domain/command.ts';
import { dayMs } from '../../src/domain/moment.ts';
import { clientOf, type Desk } from './desk.ts';
import { drawChart } from './draw-chart.ts';
import { problemOf } from './problem-of.ts';
import { uploadFile } from './uploads.ts';

/** A picture that Slack holds. */
export interface HomePicture {
  readonly fileId: string;
  readonly altText: string;
}

export interface HomePictures {
  /** `null` where it cannot be uploaded, as without the scope: the words beside it say the same. */
  pictureOf(chart: DayChart, workspaceId: string, desk: Desk): Promise<HomePicture | null>;
}

const altTextChars = 1_000;
const mostKept = 200;

/** Draws the chart of a Home and uploads it, once a day for each workspace and content. */
export function createHomePictures(): HomePictures {
  const fileIds = new Map<string, string>();
  return {
    async pictureOf(chart, workspaceId, desk) {
      if (chart.days.length === 0) return null;
      const altText = chart.text.slice(0, altTextChars);
      const day = Math.floor(desk.clock.nowMs() / dayMs);
      const content = createHash('sha256').update(JSON.stringify(chart)).digest('base64url');
      const key = `${workspaceId} ${day} ${content}`;
      const known = fileIds.get(key);
      if (known) return { fileId: known, altText };
      try {
        const client = await clientOf({ workspaceId }, desk);
        const fileId = await desk.patiently(() =>
          uploadFile(client, {
            filename: `stories-${day}.png`,
            title: chart.heading,
            altText,
            bytes: drawChart(chart),
          }),
        );
        if (fileIds.size >= mostKept) fileIds.clear();
        fileIds.set(key, fileId);
        return { fileId, altText };
      } catch (error) {
        desk.log.info('Slack does not take a picture', { problem: problemOf(error) });
        return null;
      }
    },
  };
}
