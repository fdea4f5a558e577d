import { judgeKayenta } from '../../analysis/judge/kayenta/judge';
import { judgeSplit } from '../../analysis/judge/split/judge';
import { healthy, scenarios } from './scenario';
import { simulate, windowsOf } from './simulate';
import { median, type Rows } from './table';

/** The first verdicts are for the compiler. */
const warmUps = 30;
const repeats = 100;

/** Milliseconds of one verdict from the raw counts, nothing kept from earlier looks. */
export function verdictTime(seed: number): Rows {
  const cells = scenarios
    .filter(({ name }) => name === 'iid' || name === 'stable')
    .flatMap((scenario) => [10, 50, 500].map((rps) => ({ scenario, rps })));
  const rows = cells.map(({ scenario, rps }) => {
    const rollout = simulate(scenario, healthy, { seed, rps, looks: 50 });
    const windows = windowsOf(rollout);
    const ratios = (samples: typeof rollout.canary) => samples.map(({ errors, requests }) => (requests === 0 ? null : errors / requests));
    const config = { metrics: [{ name: 'error rate', groups: ['errors'] }] };
    const metrics = [{ name: 'error rate', baseline: ratios(rollout.baseline), canary: ratios(rollout.canary) }];
    return [scenario.name, String(rps), timed(() => judgeSplit({ windows })), timed(() => judgeKayenta({ metrics, config }))];
  });
  return [['scenario', 'requests per second', 'split, ms of processor time (median on the clock)', 'kayenta, one metric'], ...rows];
}

/** Processor time, which other programs on the machine do not lengthen, and the median on the clock. */
function timed(judge: () => unknown): string {
  for (let warm = 0; warm < warmUps; warm++) judge();
  const before = process.cpuUsage();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    judge();
    return performance.now() - start;
  });
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1000 / repeats).toFixed(2)} (${(median(times) ?? Number.NaN).toFixed(2)})`;
}
