// What the machine around us offers and a folder may not take.
import ts from 'typescript';
import { at, boundNames, isCode, isReference, isTest, walk, within } from './source.mjs';

/** @typedef {import('./source.mjs').Never} Never */
/** @typedef {import('./source.mjs').Source} Source */

const engineFolders = ['base', 'world', 'aws', 'crypto', 'policy', 'pipeline', 'kms', 'services', 'cloud'];
const inEngine = within(engineFolders.map((name) => `lib/${name}`));

const browserGlobals = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'location',
  'history',
  'self',
  'postMessage',
  'Worker',
  'caches',
  'matchMedia',
  'requestAnimationFrame',
];
const engineGlobals = [
  ...browserGlobals,
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'console',
  'process',
  'Buffer',
  'require',
  'globalThis',
];

/**
 * @param {Source} source
 * @param {readonly string[]} banned
 */
function globalsUsed(source, banned) {
  const bound = boundNames(source);
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    if (!ts.isIdentifier(node) || !banned.includes(node.text) || bound.has(node.text)) return;
    if (isReference(node)) found.push(at(source, node, node.parent.getText(source.ast)));
  });
  return found;
}

/** @param {ts.Node} node */
function readsClockOrChance(node) {
  if (ts.isPropertyAccessExpression(node)) {
    const text = `${node.expression.getText()}.${node.name.text}`;
    return text === 'Date.now' || text === 'Math.random' || text.endsWith('crypto.subtle');
  }
  const isDate =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date';
  return isDate && (ts.isCallExpression(node) || !node.arguments?.length);
}

const localMethods =
  /^(localeCompare|toLocale\w*|get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|set(FullYear|Month|Date|Hours|Minutes|Seconds))$/;

/** @param {ts.Node} node */
function dependsOnPlace(node) {
  if (ts.isIdentifier(node) && node.text === 'Intl') return isReference(node);
  return ts.isPropertyAccessExpression(node) && localMethods.test(node.name.text);
}

/**
 * @param {Source} source
 * @param {(node: ts.Node) => boolean} isBad
 */
function nodesThat(source, isBad) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    if (isBad(node)) found.push(at(source, node));
  });
  return found;
}

/** @type {Never[]} */
export const globalNevers = [
  {
    name: 'engine-touches-no-platform',
    remedy:
      'The engine runs anywhere: take what you need as an argument or a port from lib/platform or above.',
    applies: (path) => isCode(path) && !isTest(path) && inEngine(path),
    find: (source) => globalsUsed(source, engineGlobals),
  },
  {
    name: 'engine-has-no-clock-and-no-chance',
    remedy: "Time is the run's clock and randomness comes from its seed: ask the world for both.",
    applies: (path) => isCode(path) && !isTest(path) && inEngine(path),
    find: (source) => nodesThat(source, readsClockOrChance),
  },
  {
    name: 'engine-is-the-same-everywhere',
    remedy:
      'Locale and time zone differ between machines: compare by code unit and use the UTC methods of Date.',
    applies: (path) => isCode(path) && !isTest(path) && inEngine(path),
    find: (source) => nodesThat(source, dependsOnPlace),
  },
  {
    name: 'only-platform-touches-the-browser',
    remedy: 'Put it into lib/platform and export a plain function from its index.ts.',
    applies: (path) =>
      isCode(path) &&
      !isTest(path) &&
      /^lib\//.test(path) &&
      !inEngine(path) &&
      !/^lib\/platform\//.test(path),
    find: (source) => globalsUsed(source, browserGlobals),
  },
];
