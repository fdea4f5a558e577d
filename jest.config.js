// Packages that ship ES modules only: jest on Node 20 cannot require them untransformed.
const esmOnly = ['@observablehq', 'd3', 'd3-[^/]+', 'internmap', 'delaunator', 'robust-predicates', 'isoformat', 'binary-search-bounds', 'interval-tree-1d', 'linkedom', 'htmlparser2', 'entities', 'dom[^/]+', 'css-[^/]+', 'cssom', 'html-escaper', 'uhyphen', 'boolbase', 'nth-check', 'mingo'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  transform: {
    '^.+\\.m?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
