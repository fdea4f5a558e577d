import { compileEngine } from './support/compile';
import { killRun } from './support/kill-run';

const runs = Number(process.env['MIG_KILL_RUNS'] ?? 1);
const firstSeed = Number(process.env['MIG_KILL_SEED'] ?? 20_261_101);
const full = { documents: 20_000, kills: 20 };

describe('killed at any moment, by any number of runners, while the old version writes', () => {
  let entry: string;
  beforeAll(() => {
    entry = compileEngine();
  });

  test.each(Array.from({ length: runs }, (_, index) => ({ seed: firstSeed + index })))(
    'every document ends right, none is written twice, the zombie is fenced (seed $seed)',
    async ({ seed }) => {
      const { seconds, oldWrites, drift, ...result } = await killRun(entry, { seed, ...full });
      process.stdout.write(
        `kill test, seed ${seed}: ${result.kills} kills, ${oldWrites} writes of the old version, ${seconds.toFixed(1)} s\n`,
      );
      expect(result).toEqual({
        kills: full.kills,
        zombieFenced: true,
        othersEnded: true,
        exitCodes: [0, 0],
        wrong: [],
        appliedTwice: [],
        rangesLeft: 0,
        refusal: undefined,
        stderr: '',
      });
      expect(drift).toMatchObject({ drift: 0, exact: true, gate: 'open', reasons: [] });
      expect(oldWrites).toBeGreaterThan(100);
    },
    // The run itself tells a slow machine from a stuck migration.
    3_600_000,
  );
});
