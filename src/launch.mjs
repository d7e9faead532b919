#!/usr/bin/env node
// Plain JavaScript that Node 12 parses, so that an older Node gets a sentence and not a syntax error.
import { existsSync } from 'node:fs';
import { versionProblem } from './launch-version.mjs';

const ownNode = new URL('../node_modules/node/bin/node', import.meta.url);
const problem = versionProblem(process.version, existsSync(ownNode));

if (problem === null) {
  import('./cli.ts').then(({ main }) => main(process.argv)).catch(tellCrash);
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

/** Nobody further in has caught it, so it is a mistake in the program: the stack is of use. */
function tellCrash(error) {
  const details = error instanceof Error ? error.stack : error;
  process.stderr.write(`Wirewatch ended by a mistake of its own: ${details}\n`);
  process.exitCode = 1;
}
