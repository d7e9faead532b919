import { createExtractiveWriter } from '../../adapters/extractive/extractive-writer.ts';
import { createScriptedWriter } from '../fakes/scripted-writer.ts';
import { answer, startModelServer, writerAt } from '../unit/adapters/openai/model-server.ts';
import { describeBriefWriter } from './brief-writer.suite.ts';

const nothingToStop = () => Promise.resolve();

describeBriefWriter('extractive', async () => ({ writer: createExtractiveWriter(), stop: nothingToStop }));

describeBriefWriter('scripted', async () => ({
  writer: createScriptedWriter([
    { kind: 'written', sentences: [{ text: 'The waiver runs on.', restsOn: [1] }], writer: 'scripted/1' },
  ]),
  stop: nothingToStop,
}));

describeBriefWriter('openai', async () => {
  const { server } = await startModelServer(
    answer(['The waiver runs on.', 1], ['It covers 40 lasers.', 1, 2]),
  );
  return { writer: writerAt(server.url), stop: () => server.stop() };
});
