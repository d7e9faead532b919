import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Times are computed in UTC everywhere; a run elsewhere must give the same result.
    env: { TZ: 'UTC' },
    projects: ['unit', 'contract', 'integration', 'pictures'].map((name) => ({
      extends: true as const,
      test: {
        name,
        // Pictures are drawn on request alone: npm run pictures.
        include: [name === 'pictures' ? 'tests/pictures/*.pictures.ts' : `tests/${name}/**/*.test.ts`],
        // No test mocks a module or leaves state in one, so that files can share what they import: a third of the time.
        isolate: name === 'integration',
        pool: 'threads' as const,
        maxWorkers: 2,
        testTimeout: name === 'integration' ? 120_000 : 10_000,
        hookTimeout: name === 'integration' ? 60_000 : 10_000,
      },
    })),
  },
});
