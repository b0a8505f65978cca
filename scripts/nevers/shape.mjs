// The shape of our code: what the compiler would let through.
import ts from 'typescript';
import { at, isCode, isTest, matchingLines, walk } from './source.mjs';

/** @typedef {import('./source.mjs').Never} Never */
/** @typedef {import('./source.mjs').Source} Source */

const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 50;

/** Tables of facts and generated tables are as long as what they list. */
const isData = /(^|\/)(facts[^/]*|generated|data)(\/|\.ts$)/;

const equality = [
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
];
const namesWho =
  /(^|[.!?\])])(operation|service|operationName|serviceName|action|eventName|eventSource)(Id|Name)?$|(operation|service)[!?]?\.(name|id)$/i;

/** @param {ts.Expression} node */
const isName = (node) => namesWho.test(node.getText());

/** @param {ts.Node} node */
function comparesAName(node) {
  if (ts.isBinaryExpression(node) && equality.includes(node.operatorToken.kind)) {
    const sides = [node.left, node.right];
    return sides.some(isName) && sides.some((side) => ts.isStringLiteralLike(side));
  }
  if (ts.isSwitchStatement(node)) return isName(node.expression);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (['startsWith', 'endsWith', 'match'].includes(name.text)) return isName(expression);
    return ['includes', 'has', 'test', 'indexOf'].includes(name.text) && node.arguments.some(isName);
  }
  return false;
}

/** @param {ts.Node} node */
const isFunction = (node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node);

/** @param {ts.Node} node */
const lineCount = (node) => node.getText().split('\n').length;

/**
 * Lines of a function without those of the functions inside it: a factory of many short ones is not long.
 * @param {ts.Node} node
 */
function ownLines(node) {
  let lines = lineCount(node);
  /** @param {ts.Node} child */
  const step = (child) => {
    if (isFunction(child)) lines -= lineCount(child) - 1;
    else ts.forEachChild(child, step);
  };
  ts.forEachChild(node, step);
  return lines;
}

/** @param {Source} source */
function longFunctions(source) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    if (!isFunction(node)) return;
    const lines = ownLines(node);
    if (lines > LONGEST_FUNCTION) found.push({ ...at(source, node), found: `a function of ${lines} lines` });
  });
  return found;
}

/** @param {Source} source */
function anys(source) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(at(source, node.parent));
  });
  return found;
}

/** @param {Source} source */
function consoleLogs(source) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.expression.getText() !== 'console') return;
    if (['log', 'debug', 'info', 'trace', 'dir'].includes(node.name.text)) found.push(at(source, node));
  });
  return found;
}

/** @param {Source} source */
function testsThatDoNotRun(source) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    if (!/^(describe|it|test)(\.|$)/.test(node.expression.getText())) return;
    if (['only', 'skip', 'todo', 'fixme', 'fails'].includes(node.name.text)) found.push(at(source, node));
  });
  return found;
}

/** @param {Source} source */
function importsWithExtension(source) {
  /** @type {import('./source.mjs').Found[]} */
  const found = [];
  walk(source, (node) => {
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (!isImport || !node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return;
    if (/^\..*(\.(tsx?|js)|\/index)$/.test(node.moduleSpecifier.text))
      found.push(at(source, node.moduleSpecifier));
  });
  return found;
}

/** @type {Never[]} */
export const shapeNevers = [
  {
    name: 'pipeline-compares-no-name',
    remedy: 'Make the difference a declared property of the operation and read that.',
    applies: (path) => isCode(path) && !isTest(path) && path.startsWith('lib/pipeline/'),
    find: (source) => {
      /** @type {import('./source.mjs').Found[]} */
      const found = [];
      walk(source, (node) => {
        if (comparesAName(node)) found.push(at(source, node));
      });
      return found;
    },
  },
  {
    name: 'file-under-300-lines',
    remedy: 'Split it where it speaks of two things. Tables of data go to a facts, data or generated file.',
    applies: (path) => /\.(ts|tsx|mjs|cjs|css)$/.test(path) && !isTest(path) && !isData.test(path),
    find: ({ text }) => {
      const lines = text.split('\n').length - 1;
      return lines > LONGEST_FILE ? [{ line: LONGEST_FILE, found: `${lines} lines` }] : [];
    },
  },
  {
    name: 'function-under-50-lines',
    remedy: 'Take out the part that has a name of its own.',
    applies: (path) => /\.(ts|mjs)$/.test(path) && !isTest(path) && !isData.test(path),
    find: longFunctions,
  },
  {
    name: 'no-any',
    remedy: 'Say what it is, or take unknown and look at it before use.',
    applies: (path) => /\.tsx?$/.test(path),
    find: anys,
  },
  {
    name: 'no-silenced-compiler',
    remedy: 'Mend the type instead of hiding the complaint.',
    applies: (path) => isCode(path) && !path.startsWith('scripts/nevers'),
    find: (source) => matchingLines(source, /@ts-(?:ignore|nocheck)\b/),
  },
  {
    name: 'no-console-log',
    remedy: 'Remove it; a script that speaks to its user writes to process.stdout.',
    applies: isCode,
    find: consoleLogs,
  },
  {
    name: 'every-test-runs',
    remedy: 'Mend the test or delete it; a test that does not run protects nothing.',
    applies: isTest,
    find: testsThatDoNotRun,
  },
  {
    name: 'imports-without-extension',
    remedy: "Write '../base', neither '../base.ts' nor '../base/index'.",
    applies: (path) => /^(app|components|content|e2e|lib)\/.*\.tsx?$/.test(path),
    find: importsWithExtension,
  },
  {
    name: 'content-carries-no-code',
    remedy: 'Write it as YAML or Markdown; rules about it belong to lib/scenario or lib/quiz.',
    applies: (path) => /^content\/[^/]+\//.test(path) && isCode(path) && !isTest(path),
    find: ({ path }) => [{ line: 1, found: path }],
  },
];
