/**
 * Simulated rollouts under four judges side by side: false alarms over all looks, power, time to detect, and the time of a verdict.
 *
 * npm run bench:judge -- [--runs 1000] [--power-runs 200] [--looks 50] [--seed 1] [--rps 50] [--scenario iid,stable]
 */
import { parseArgs } from 'node:util';
import { compareAll, type Tally } from './judge/compare';
import { coverage } from './judge/coverage';
import { gaugeAlarms } from './judge/gauges';
import { latencyTolerance, limitAlarms } from './judge/limits';
import { effects, healthy, scenarios } from './judge/scenario';
import { detection, falseAlarms, passes, table } from './judge/table';
import { verdictTime } from './judge/time';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    'power-runs': { type: 'string' },
    looks: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    rps: { type: 'string', default: '50' },
    scenario: { type: 'string' },
  },
});

const runs = whole('runs', values.runs);
const powerRuns = whole('power-runs', values['power-runs'] ?? String(Math.max(1, Math.round(runs / 5))));
const [looks, seed, rps] = [whole('looks', values.looks), whole('seed', values.seed), whole('rps', values.rps)];
const chosen = scenarios.filter(({ name }) => values.scenario === undefined || values.scenario.split(',').includes(name));
if (chosen.length === 0)
  throw new Error(`--scenario: one or more of ${scenarios.map(({ name }) => name).join(', ')} is expected, got ${values.scenario}`);

const started = performance.now();
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const progress = (text: string): void => void process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s: ${text}\n`);
const at = { seed, looks, rps };

const noFault = measured(
  chosen.map((scenario) => ({ scenario, effect: healthy })),
  runs,
  at,
);
say(
  `## False alarms: healthy rollouts that failed, ${runs} rollouts of ${looks} looks, ${rps} requests per second (95 % Wilson interval)\n`,
);
say(table(falseAlarms(noFault)));

const faults = measured(
  chosen.flatMap((scenario) => effects.map((effect) => ({ scenario, effect }))),
  powerRuns,
  { ...at, seed: seed + 1 },
);
say(`\n## Detection: bad rollouts that failed, ${powerRuns} rollouts each: share @ median look of the failure\n`);
say(table(detection(faults)));

const slow = measured(
  chosen
    .filter(({ calibrated, name }) => !calibrated && (name === 'iid' || name === 'stable'))
    .flatMap((scenario) =>
      [healthy, ...effects.filter(({ name }) => ['latency x1.25', 'latency x2', 'errors +1pp', 'errors +4pp'].includes(name))].map(
        (effect) => ({ scenario, effect }),
      ),
    ),
  Math.max(1, Math.round(powerRuns * 1.5)),
  { ...at, rps: Math.max(1, Math.round(rps / 5)), seed: seed + 2 },
);
if (slow.length > 0) {
  say(
    `\n## Little traffic: the same at ${Math.max(1, Math.round(rps / 5))} requests per second, ${Math.max(1, Math.round(powerRuns * 1.5))} rollouts each\n`,
  );
  say(table(detection(slow)));
}

say(`\n## Pass and Inconclusive: answers of split\n`);
say(table(passes([...noFault, ...faults])));

progress('confidence sequence');
say(
  `\n## Coverage of the confidence sequence: rollouts in which the true odds ratio of errors lay inside at every look (promised: at least 99.5 %)\n`,
);
say(table(coverage(chosen, powerRuns, at)));

progress('limits, latency tolerance, gauges');
say(`\n## Absolute limits: rollouts that failed on the limit alone, ${powerRuns} each\n`);
say(table(limitAlarms(powerRuns, at)));
say(`\n## Tolerated slowdown of 1.1: rollouts that failed on latency, ${powerRuns} each\n`);
say(table(latencyTolerance(powerRuns, at)));
say(`\n## Gauges: rollouts that failed over all looks, ${runs} each, alpha 0.01\n`);
say(table(gaugeAlarms(runs, at)));
say(`\n## Time per verdict: 50 windows x 12 streams (errors and 11 bounds), intervals and sentences included\n`);
say(table(verdictTime(seed)));
progress('done');

function measured(
  cells: Parameters<typeof compareAll>[0],
  count: number,
  options: { readonly seed: number; readonly looks: number; readonly rps: number },
): readonly Tally[] {
  return compareAll(cells, { ...options, runs: count }, progress);
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}: a whole number from 1 is expected, got ${text}`);
  return value;
}
