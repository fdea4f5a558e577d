/**
 * Simulated rollouts under four judges side by side: false alarms over all looks, power, time to detect, and the time of a verdict.
 *
 * npm run bench:judge -- [--runs 1000] [--power-runs 200] [--looks 50] [--seed 1] [--rps 50] [--scenario iid,stable] [--only false-alarms,time]
 *
 * Every section draws from seeds of its own, so one alone prints the same as in the whole.
 */
import { parseArgs } from 'node:util';
import { compareAll } from './judge/compare';
import { coverage } from './judge/coverage';
import { gaugeAlarms } from './judge/gauges';
import { latencyTolerance, limitAlarms } from './judge/limits';
import { type Effect, effects, healthy, type Scenario, scenarios } from './judge/scenario';
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
    only: { type: 'string' },
  },
});

const runs = whole('runs', values.runs);
const powerRuns = whole('power-runs', values['power-runs'] ?? String(Math.max(1, Math.round(runs / 5))));
const [looks, seed, rps] = [whole('looks', values.looks), whole('seed', values.seed), whole('rps', values.rps)];
const chosen = among(
  'scenario',
  values.scenario,
  scenarios.map(({ name }) => name),
).flatMap((name) => scenarios.filter((one) => one.name === name));
const at = { seed, looks, rps };

const sections: Readonly<Record<string, () => string>> = {
  'false-alarms': () => {
    const tallies = compareAll(crossed(chosen, [healthy]), { ...at, runs }, progress);
    return [
      `## False alarms: healthy rollouts that failed, % (95 % Wilson interval); ${runs} rollouts of ${looks} looks, ${rps} requests per second`,
      table(falseAlarms(tallies)),
      '## What split answered to healthy rollouts, %',
      table(passes(tallies)),
    ].join('\n\n');
  },
  detection: () => {
    const tallies = compareAll(crossed(chosen, effects), { ...at, seed: seed + 1, runs: powerRuns }, progress);
    return [
      `## Detection: bad rollouts that failed, % @ median look of the failure; ${powerRuns} rollouts each`,
      table(detection(tallies)),
      '## What split answered to bad rollouts, %',
      table(passes(tallies)),
    ].join('\n\n');
  },
  'little-traffic': () => {
    const little = Math.max(1, Math.round(rps / 5));
    const count = Math.max(1, Math.round(powerRuns * 1.5));
    const plain = chosen.filter(({ name }) => name === 'iid' || name === 'stable');
    const some = effects.filter(({ name }) => ['latency x1.25', 'latency x2', 'errors +1pp', 'errors +4pp'].includes(name));
    const tallies = compareAll(crossed(plain, [healthy, ...some]), { looks, rps: little, seed: seed + 2, runs: count }, progress);
    return `## Little traffic: the same at ${little} requests per second, ${count} rollouts each\n\n${table(detection(tallies))}`;
  },
  coverage: () =>
    `## Confidence sequence: rollouts in which the true odds ratio lay inside at every look, % (promised: 99.5); ${powerRuns} rollouts each\n\n${table(coverage(chosen, powerRuns, at))}`,
  limits: () =>
    `## Absolute limits, each alone with the whole budget of 0.01; ${powerRuns} rollouts each\n\n${table(limitAlarms(powerRuns, at))}`,
  tolerance: () =>
    `## Latency, with a slowdown of 1.1 tolerated; ${powerRuns} rollouts each, stable\n\n${table(latencyTolerance(powerRuns, at))}`,
  gauges: () => `## Gauges: failures over all looks at alpha 0.01; ${runs} rollouts each\n\n${table(gaugeAlarms(runs, at))}`,
  time: () => `## Time of a verdict: 50 windows x 12 streams (errors and 11 bounds), from raw counts\n\n${table(verdictTime(seed))}`,
};

const started = performance.now();
for (const name of among('only', values.only, Object.keys(sections))) {
  progress(name);
  process.stdout.write(`${sections[name]?.() ?? ''}\n\n`);
}
progress('done');

function crossed(all: readonly Scenario[], wrong: readonly Effect[]) {
  return all.flatMap((scenario) => wrong.map((effect) => ({ scenario, effect })));
}

function progress(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s: ${text}\n`);
}

function among(flag: string, text: string | undefined, known: readonly string[]): readonly string[] {
  const names = text === undefined ? known : text.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`--${flag}: one or more of ${known.join(', ')} is expected, got ${unknown.join(', ')}`);
  return names;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}: a whole number from 1 is expected, got ${text}`);
  return value;
}
