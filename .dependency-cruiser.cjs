/**
 * The import column of docs/architecture.md, enforced. Each room may import itself and the rooms listed; a file
 * that stands outside of all rooms (scripts/, configuration) may import anything.
 */
const rooms = {
  protocol: [],
  native: [],
  games: ['protocol'],
  engine: ['protocol', 'native', 'games'],
  renderer: ['protocol'],
  electron: ['protocol'],
  // The weights import nothing; what trains them plays, like the benchmarks.
  models: ['protocol', 'native', 'engine', 'games'],
  benchmarks: ['protocol', 'native', 'engine', 'games'],
  community: ['protocol'],
};

/** Tests stand in the room that they test, and may use more. */
const tests = '(\\.test\\.tsx?$|/testing/)';
const ours = `^(${[...Object.keys(rooms), 'scripts', 'tests'].join('|')})/`;

const roomRules = Object.entries(rooms).map(([room, others]) => ({
  name: `${room}-imports`,
  comment: `${room}/ may import ${others.length > 0 ? `${others.join(', ')} and` : 'nothing of ours but'} itself.`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: ours, pathNot: `^(${[room, ...others].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'protocol-packages',
      comment:
        'What crosses a process border is described with zod and nothing else, so that any process can read it.',
      severity: 'error',
      from: { path: '^protocol/', pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
        pathNot: 'node_modules/zod/',
      },
    },
    {
      name: 'pixels-only',
      comment:
        "Whoever plays sees pixels. The tools' door of the addon reads the game's memory: only the judge, training, benchmarks and tests may open it.",
      severity: 'error',
      from: {
        path: '^(protocol|engine|games|renderer|electron)/',
        pathNot: ['^engine/judge/', tests, '^games/[^/]+/(tests|tools)/'],
      },
      to: { path: '^native/tools\\.ts$' },
    },
    {
      name: 'session-never-reaches-the-tools',
      comment: 'Not through others either: the process that plays has no way to the memory.',
      severity: 'error',
      from: { path: '^engine/(session|player|perception)/', pathNot: tests },
      to: { path: '^native/tools\\.ts$', reachable: true },
    },
    {
      name: 'nobody-plays-with-the-oracle',
      comment:
        'A game’s reference player knows what no player may know: only the benchmarks open it, by its file.',
      severity: 'error',
      from: { path: '^(protocol|engine|renderer|electron|models)/', pathNot: tests },
      to: { path: '^games/[^/]+/oracle(\\.ts$|/)', reachable: true },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: '\\.node$' },
    },
    {
      name: 'shipped-needs-dependencies',
      comment: 'The engine is shipped with the packages under "dependencies" only.',
      severity: 'error',
      from: {
        path: '^(protocol|native|games|engine)/',
        pathNot: [tests, '/(tools|build)\\b', '^native/(build|test)'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a type that crosses a wall is knowledge that crosses it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
