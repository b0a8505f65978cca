// Words that may not stand in a place, and names that say nothing.
import ts from 'typescript';
import { at, isCode, isTest, matchingLines, walk, within } from './source.mjs';

/** @typedef {import('./source.mjs').Never} Never */
/** @typedef {import('./source.mjs').Source} Source */

/**
 * Words in code and strings; comments may say anything.
 * @param {Source} source
 * @param {RegExp} word
 */
function wordsInCode(source, word) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    const carriesText =
      ts.isIdentifier(node) ||
      ts.isPrivateIdentifier(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isJsxText(node);
    if (carriesText && word.test(node.text)) found.push(at(source, node));
  });
  return found;
}

// In camel case a word starts at a capital, so "laws" and "draws" are not AWS.
const awsWord = /(?<![A-Za-z])(aws|amazon|kms)|Aws|AWS|Amazon|Kms|KMS/;

/** @type {Never[]} */
export const wordNevers = [
  {
    name: 'policy-and-pipeline-name-no-kms',
    remedy: 'Let the operation declare it, or take it as an argument: these folders serve every service.',
    applies: (path) => isCode(path) && !isTest(path) && within(['lib/policy', 'lib/pipeline'])(path),
    find: (source) => wordsInCode(source, /kms/i),
  },
  {
    name: 'base-and-world-name-no-aws',
    remedy: 'Move what knows AWS to lib/aws or above: bytes and tables serve any cloud.',
    applies: (path) => isCode(path) && !isTest(path) && within(['lib/base', 'lib/world'])(path),
    find: (source) => wordsInCode(source, awsWord),
  },
  {
    name: 'no-grab-bag',
    remedy: 'Name the file after the one thing it is about; if there are several, make several files.',
    applies: (path) => isCode(path),
    find: ({ path }) => {
      const parts = path.replace(/(\.(test|proof|testkit|d))?\.[a-z]+$/, '').split('/');
      const bag = parts.find((part) => /^(utils?|helpers?|common|misc|types|shared|stuff)$/.test(part));
      return bag ? [{ line: 1, found: bag }] : [];
    },
  },
  {
    name: 'kebab-case-names',
    remedy: 'Rename the file in kebab-case, for example key-policy.ts.',
    applies: (path) => within(['app', 'components', 'content', 'e2e', 'lib', 'public', 'scripts'])(path),
    find: ({ path }) => {
      const odd = path.split('/').find((part) => !/^[a-z0-9.[\]()@_-]+$/.test(part));
      return odd ? [{ line: 1, found: odd }] : [];
    },
  },
  {
    name: 'no-machine-path',
    remedy: 'Use a path relative to the repository: nobody else has this folder.',
    applies: (path) => path !== 'package-lock.json',
    find: (source) => matchingLines(source, /(?<![\w.-])\/(?:work|farm)\/|\/Users\/\w+|\bC:\\Users\\/),
  },
  {
    name: 'lock-file-names-no-host',
    remedy: 'Run npm install with the .npmrc of this repository (omit-lockfile-registry-resolved=true).',
    applies: (path) => path === 'package-lock.json',
    find: (source) => matchingLines(source, /"resolved": "https?:[^"]*"/),
  },
  {
    name: 'nothing-left-to-do',
    remedy: 'Do it now, or write an issue and leave the code without a note.',
    applies: isCode,
    find: (source) => matchingLines(source, /\b(?:TO[D]O|FIX[M]E)\b/),
  },
];
