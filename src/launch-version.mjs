// Read by Nodes that are too old for the rest, so: nothing here that Node 12 cannot parse.

/** Node strips types from TypeScript by itself, without a flag or a warning, from this version on. */
const neededVersion = '24.12.0';

/**
 * What is wrong with a Node version such as `v20.11.1`, as a sentence; `null` when nothing is.
 * `hasOwnNode` tells that the project has installed a fitting Node of its own beside it.
 */
export function versionProblem(version, hasOwnNode) {
  const found = numbersOf(version);
  const needed = numbersOf(neededVersion);
  const differing = needed.findIndex((number, place) => number !== found[place]);
  if (differing === -1 || found[differing] > needed[differing]) return null;
  const wayOut = hasOwnNode
    ? 'One is installed in this project: start with "npm start" or "npm run --silent cli -- COMMAND".'
    : 'Install a newer Node, or run "npm ci" in this project: it brings one, which "npm start" then uses.';
  return `Wirewatch needs Node ${neededVersion} or later, and this is Node ${found.join('.')}. ${wayOut}`;
}

function numbersOf(version) {
  return version
    .replace(/^v/, '')
    .split('.')
    .slice(0, 3)
    .map((part) => parseInt(part, 10) || 0);
}
