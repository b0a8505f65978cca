import ts from 'typescript';

/**
 * @typedef {{ path: string, text: string, ast?: ts.SourceFile }} Source a file of the repository; `ast` when it is code
 * @typedef {{ line: number, found: string }} Found one-based line
 * @typedef {{ name: string, remedy: string, applies: (path: string) => boolean, find: (source: Source) => Found[] }} Never
 */

/** Tests, proofs and test kits: they name what the product may not. @param {string} path */
export const isTest = (path) => /\.(test|proof|testkit)\.tsx?$/.test(path) || path.startsWith('e2e/');

/** @param {string} path */
export const isCode = (path) => /\.(ts|tsx|mjs|cjs)$/.test(path);

/** @param {readonly string[]} folders */
export const within = (folders) => (/** @type {string} */ path) =>
  folders.some((folder) => path.startsWith(`${folder}/`));

/**
 * @param {string} path with forward slashes, from the root of the repository
 * @param {string} text
 * @returns {Source}
 */
export function readSource(path, text) {
  if (!isCode(path)) return { path, text };
  const kind = path.endsWith('.tsx')
    ? ts.ScriptKind.TSX
    : path.endsWith('.ts')
      ? ts.ScriptKind.TS
      : ts.ScriptKind.JS;
  return { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind) };
}

/**
 * Visits every node; comments are no nodes.
 * @param {Source} source
 * @param {(node: ts.Node) => void} visit
 */
export function walk(source, visit) {
  /** @param {ts.Node} node */
  const step = (node) => {
    visit(node);
    ts.forEachChild(node, step);
  };
  if (source.ast) step(source.ast);
}

/**
 * @param {Source} source
 * @param {ts.Node} node
 * @returns {Found}
 */
export function at(source, node, found = node.getText(source.ast)) {
  const { line } = /** @type {ts.SourceFile} */ (source.ast).getLineAndCharacterOfPosition(
    node.getStart(source.ast),
  );
  return { line: line + 1, found: found.split('\n')[0]?.slice(0, 100) ?? '' };
}

/**
 * @param {Source} source
 * @param {RegExp} pattern
 * @returns {Found[]} one for each line that matches
 */
export function matchingLines(source, pattern) {
  return source.text.split('\n').flatMap((text, index) => {
    const match = pattern.exec(text);
    return match ? [{ line: index + 1, found: match[0].trim() }] : [];
  });
}

/**
 * Names the file binds anywhere: a variable called `window` is not the browser's window.
 * @param {Source} source
 */
export function boundNames(source) {
  /** @type {Set<string>} */
  const names = new Set();
  walk(source, (node) => {
    const binds =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isImportClause(node) ||
      ts.isImportSpecifier(node) ||
      ts.isNamespaceImport(node);
    if (binds && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/**
 * True when the identifier stands for a value in scope, not for the name of a member.
 * @param {ts.Identifier} node
 */
export function isReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isPropertyDeclaration(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isAccessor(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isNamedTupleMember(parent) ||
    ts.isParameter(parent)
  );
}
