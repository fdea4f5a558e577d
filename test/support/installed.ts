import { spawnSync } from 'node:child_process';

/**
 * `describe` for tests that need a program: skipped by name where it is absent, a failure under REQUIRE_<PROGRAM>=1 (`-` as `_`).
 *
 * @param wayOut what would provide the program
 */
export function describeWith(program: string, wayOut: string, name: string, tests: () => void): void {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status === 0) {
    describe(name, tests);
    return;
  }
  if (process.env[`REQUIRE_${program.toUpperCase().replaceAll('-', '_')}`] === '1') {
    test(name, () => {
      throw new Error(`${program} must be installed: ${wayOut}`);
    });
    return;
  }
  process.stderr.write(`SKIPPED "${name}": ${program} is not installed (${wayOut})\n`);
  describe.skip(name, tests);
}
