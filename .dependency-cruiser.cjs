/** The layering of src/README.md as rules: which room may import which. Run by `npm run check:layering` and by a test. */
const rooms = {
  objective: [],
  geometry: ['objective'],
  data: ['objective'],
  language: ['objective', 'geometry', 'data'],
  protocol: ['objective', 'geometry', 'language'],
  server: ['objective', 'geometry', 'data', 'language', 'protocol'],
  cli: ['objective', 'geometry', 'data', 'language'],
  extension: ['protocol'],
};

const ownRooms = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-its-own`,
  comment: `src/${room} may import ${allowed.length ? allowed.join(', ') : 'no other room'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|webview)/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

/** Packages with one door: only the named folder may import them. */
const doors = {
  'ml-matrix': '^src/geometry/linalg/',
  vscode: '^src/extension/',
  'vscode-languageclient': '^src/extension/',
  'vscode-languageserver': '^src/server/',
  'web-tree-sitter': '^src/language/parsers/',
  '@vscode/webview-ui-toolkit': '^webview/widgets[.]ts$',
  '@tensorflow/tfjs': '^webview/training/',
  three: '^webview/view/',
  uplot: '^webview/',
};
const packageDoors = Object.entries(doors).map(([name, door]) => ({
  name: `one-door-for-${name.replace(/[^a-z0-9]+/g, '-')}`,
  severity: 'error',
  from: { pathNot: door },
  to: { path: `(^|node_modules/)${name}(/|$)` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...ownRooms,
    ...packageDoors,
    { name: 'no-import-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'webview-imports-only-protocol',
      severity: 'error',
      from: { path: '^webview/' },
      to: { path: '^src/', pathNot: '^src/protocol/' },
    },
    {
      name: 'protocol-imports-only-types',
      comment: 'Protocol may use the types of other rooms, never their code.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { path: '^src/', pathNot: '^src/protocol/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'Files, clocks and processes come through an interface that the host passes in.',
      severity: 'error',
      from: { path: '^src/(objective|geometry|language|protocol)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
