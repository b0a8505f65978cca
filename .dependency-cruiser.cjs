// Who may import whom. The house has floors; nobody looks up. `npm run check` enforces it.
// Adding an edge inside a floor: add it to `knows` below and say why in the commit.

/** Bottom first. Folders of one floor stand side by side. */
const floors = [
  ['lib/base', 'lib/reading', 'lib/world'],
  ['lib/aws', 'lib/crypto'],
  ['lib/policy'],
  ['lib/pipeline'],
  ['lib/kms', 'lib/services'],
  ['lib/cloud'],
  [
    'lib/wire',
    'lib/cli',
    'lib/run',
    'lib/views',
    'lib/scenario',
    'lib/quiz',
    'lib/learn',
    'lib/search',
    'lib/progress',
  ],
  ['lib/platform', 'lib/store'],
  ['components'],
  ['app'],
];

/** The edges inside a floor. What is not listed is refused. */
const knows = {
  'lib/world': ['lib/base'],
  'lib/run': ['lib/cli'],
  'lib/views': ['lib/run'],
  'lib/scenario': ['lib/run', 'lib/cli'],
  'lib/quiz': ['lib/run', 'lib/scenario'],
  'lib/learn': ['lib/run', 'lib/scenario'],
  'lib/progress': ['lib/quiz', 'lib/scenario'],
  'lib/store': ['lib/platform'],
};

/** Folders that know less of the floors below than they could. */
const knowsBelow = { 'lib/crypto': ['lib/base'] };

const engine = ['base', 'world', 'aws', 'crypto', 'policy', 'pipeline', 'kms', 'services', 'cloud'];
const enginePackages = ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@noble/post-quantum'];

/** Tests, proofs and test kits stand outside the floors: they may use node: and any door. Nobody imports them. */
const TESTS = '\\.(test|proof|testkit)\\.tsx?$';

const under = (folders) => `^(${folders.join('|')})/`;
const slug = (folder) => folder.replaceAll('/', '-');

const upward = floors.slice(0, -1).map((folders, at) => ({
  name: `floor-${at}-looks-up`,
  comment: `${folders.join(', ')} may import lower floors only. Move the shared piece down, or hand it in as an argument or port.`,
  severity: 'error',
  from: { path: under(folders), pathNot: TESTS },
  to: { path: under(floors.slice(at + 1).flat()) },
}));

const sideways = floors
  .filter((folders) => folders.length > 1)
  .flatMap((folders) => folders.map((folder) => ({ folder, strangers: refusedBeside(folder, folders) })))
  .filter(({ strangers }) => strangers.length > 0)
  .map(({ folder, strangers }) => ({
    name: `${slug(folder)}-edges`,
    comment: `${folder} may not know ${strangers.join(', ')}. Let the floor above join them, or list the edge in .dependency-cruiser.cjs with its reason.`,
    severity: 'error',
    from: { path: under([folder]), pathNot: TESTS },
    to: { path: under(strangers) },
  }));

function refusedBeside(folder, folders) {
  const below = knowsBelow[folder];
  const lower = below ? floors.slice(0, floors.indexOf(folders)).flat() : [];
  const allowed = [folder, ...(knows[folder] ?? []), ...(below ?? [])];
  return [...folders, ...lower].filter((other) => !allowed.includes(other));
}

const folders = floors.flat().filter((folder) => folder.startsWith('lib/') && folder !== 'lib/services');

const doors = [
  {
    name: 'enter-by-the-door',
    comment:
      'A folder of lib is entered by its index.ts only. Export what you need there, or ask whether you need it.',
    severity: 'error',
    from: { path: '^(lib/[^/]+|components|app|scripts|content)/', pathNot: TESTS },
    to: { path: under(folders), pathNot: ['^lib/[^/]+/index\\.ts$', '^$1/'] },
  },
  {
    name: 'enter-a-service-by-its-door',
    comment: 'A service is entered by its own index.ts only (lib/services/<service>/index.ts).',
    severity: 'error',
    from: { path: '^(lib/services/[^/]+|lib/[^/]+|components|app|scripts|content)/', pathNot: TESTS },
    to: { path: '^lib/services/[^/]+/', pathNot: ['^lib/services/[^/]+/index\\.ts$', '^$1/'] },
  },
];

const engineRules = [
  {
    name: 'engine-imports-no-platform',
    comment:
      'The engine is pure TypeScript: no react, next, zustand, node:* nor any package but @noble. Hand it in from above.',
    severity: 'error',
    from: { path: under(engine.map((name) => `lib/${name}`)), pathNot: TESTS },
    to: {
      couldNotResolve: false,
      pathNot: ['^(lib|app|components|content|e2e|scripts)/', `node_modules/(${enginePackages.join('|')})/`],
    },
  },
  {
    name: 'no-service-knows-another',
    comment: 'A service calls another through the pipeline (context.call), never by import.',
    severity: 'error',
    from: { path: '^lib/services/([^/]+)/', pathNot: TESTS },
    to: { path: '^lib/services/', pathNot: '^lib/services/$1/' },
  },
  {
    name: 'no-operation-imports-another',
    comment: 'One file per operation, and none imports another. What two share goes to rules/ or records/.',
    severity: 'error',
    from: { path: '^(lib/kms|lib/services/[^/]+)/operations/', pathNot: [TESTS, '/operations/index\\.ts$'] },
    to: { path: '^$1/operations/' },
  },
];

const libRules = [
  {
    name: 'lib-never-imports-content',
    comment: 'Content is data handed in by app (or by a script). lib takes it as an argument.',
    severity: 'error',
    from: { path: '^lib/', pathNot: TESTS },
    to: { path: '^content/' },
  },
  {
    name: 'only-the-store-knows-react',
    comment:
      'In lib only lib/store imports react or zustand. Return plain data and let the store or a component show it.',
    severity: 'error',
    from: { path: '^lib/', pathNot: [TESTS, '^lib/store/'] },
    to: { path: 'node_modules/(react|react-dom|zustand)/' },
  },
  {
    name: 'lib-never-imports-next',
    comment: 'Routes and rendering belong to app and components.',
    severity: 'error',
    from: { path: '^lib/', pathNot: TESTS },
    to: { path: 'node_modules/next/' },
  },
  {
    name: 'content-is-data',
    comment: 'Content holds no code. What reads it stands in app, lib/scenario, lib/quiz or scripts.',
    severity: 'error',
    from: { path: '^content/', pathNot: TESTS },
    to: { path: '^(app|components|lib|scripts|e2e)/' },
  },
];

const outsideRules = [
  {
    name: 'ui-knows-no-place',
    comment: 'components/ui is the material the places are made of; it imports none of them.',
    severity: 'error',
    from: { path: '^components/ui/', pathNot: TESTS },
    to: { path: '^components/', pathNot: '^components/ui/' },
  },
  {
    name: 'e2e-imports-no-source',
    comment: 'Browser tests know the product by role and label only.',
    severity: 'error',
    from: { path: '^e2e/' },
    to: { path: '^(app|components|lib|content|scripts)/' },
  },
  {
    name: 'nobody-imports-scripts',
    comment: 'Scripts are entries. What the product needs from one belongs to lib.',
    severity: 'error',
    from: { path: '^(app|components|lib|content)/', pathNot: TESTS },
    to: { path: '^scripts/' },
  },
  {
    name: 'nobody-imports-tests',
    comment: 'Product code may not depend on a test, a proof or a test kit.',
    severity: 'error',
    from: { path: '^(app|components|lib|content|scripts)/', pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: 'no-development-package-in-the-product',
    comment:
      'What ships may only use "dependencies" of package.json: development packages may carry other licences.',
    severity: 'error',
    from: { path: '^(app|components|lib|content)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
  },
  {
    name: 'only-tests-ask-the-other-evaluator',
    comment:
      'iam-simulate is AGPL: only tests and proofs may import it, and nothing that ships may import them. Our own evaluator is lib/policy.',
    severity: 'error',
    from: { pathNot: TESTS },
    to: { path: 'node_modules/@cloud-copilot/' },
  },
  {
    name: 'no-undeclared-package',
    comment: 'The package is not in package.json: it is here by accident of another one.',
    severity: 'error',
    from: { pathNot: TESTS },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-unresolvable',
    comment: 'The import leads nowhere: a file moved, or a name is misspelt.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-cycle',
    comment:
      'Files that import each other cannot be understood apart. Move what both need into a third file.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
];

module.exports = {
  forbidden: [...upward, ...sideways, ...doors, ...engineRules, ...libRules, ...outsideRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
};
