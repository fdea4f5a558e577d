const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Packages that ship ES modules only: jest on Node 20 cannot require them untransformed. */
function packagesOfModules() {
  const root = join(__dirname, 'node_modules');
  const names = readdirSync(root).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(root, name)).map((inner) => `${name}/${inner}`) : name,
  );
  return names.filter((name) => {
    const file = join(root, name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).type === 'module';
  });
}

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Tests with servers mostly wait; by default jest leaves one core out, which on two cores is half of them.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  transform: {
    '^.+\\.m?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${packagesOfModules().join('|')})/)`],
};
