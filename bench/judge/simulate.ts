import { gaussian, uniform } from '../../analysis/judge/random';
import type { ReleaseWindows } from '../../analysis/judge/types';
import { type Effect, errorRate, latency, le, noise, type Scenario, stages, swing, windowSeconds } from './scenario';

/** One side in one window: the counts, and what a judge of percentiles gets. */
export interface Sample {
  readonly requests: number;
  readonly errors: number;
  /** Cumulative, per bound. */
  readonly buckets: readonly number[];
  /** Exact percentiles in seconds; NaN without requests, and where nobody asks for them. */
  readonly p50: number;
  readonly p99: number;
}

export interface Rollout {
  readonly baseline: readonly Sample[];
  readonly canary: readonly Sample[];
}

/** Simulates every request of one rollout. Same seed, same rollout. */
export function simulate(
  scenario: Scenario,
  effect: Effect,
  options: { readonly seed: number; readonly rps: number; readonly looks: number },
): Rollout {
  const random = uniform(options.seed);
  const normal = gaussian(random);
  const world = common(scenario, random);
  const own = { baseline: side(scenario, normal), canary: side(scenario, normal) };
  const [baseline, canary]: [Sample[], Sample[]] = [[], []];
  for (let window = 0; window < options.looks; window++) {
    const share = stages[Math.min(stages.length - 1, Math.floor((window * stages.length) / options.looks))] ?? 0.5;
    const load = options.rps * windowSeconds * world.load(window);
    const shares = { baseline: scenario.baseline === 'equal' ? share : 1 - share, canary: share };
    for (const [name, samples] of [
      ['baseline', baseline],
      ['canary', canary],
    ] as const) {
      const { slower, failing } = own[name]();
      const wrong = name === 'canary' && window >= (effect.from ?? 0) ? effect : { latency: 1, errors: 0 };
      samples.push(
        sample(
          poisson(load * shares[name], random, normal),
          {
            median: latency.median * world.latency(window) * slower * wrong.latency,
            errors: Math.min(1, errorRate * world.errors(window) * failing + wrong.errors),
            random,
            normal,
          },
          true,
        ),
      );
    }
  }
  return { baseline, canary };
}

/** Two halves of the stable pods over some hours, in the same noise: what the judge is calibrated on. */
export function simulateHalves(
  scenario: Scenario,
  options: { readonly seed: number; readonly rps: number; readonly windows: number },
): Rollout {
  const random = uniform(options.seed);
  const normal = gaussian(random);
  const world = common(scenario, random);
  const own = [side(scenario, normal), side(scenario, normal)] as const;
  const halves = own.map((noisy): Sample[] =>
    Array.from({ length: options.windows }, (_, window) => {
      const { slower, failing } = noisy();
      const law = { median: latency.median * world.latency(window) * slower, errors: errorRate * world.errors(window) * failing };
      return sample(poisson((options.rps * windowSeconds * world.load(window)) / 2, random, normal), { ...law, random, normal }, false);
    }),
  );
  return { baseline: halves[0] ?? [], canary: halves[1] ?? [] };
}

/** A rollout in the form that the judge reads. */
export function windowsOf({ baseline, canary }: Rollout): ReleaseWindows {
  const counts = (samples: readonly Sample[]) => ({
    requests: samples.map(({ requests }) => requests),
    errors: samples.map(({ errors }) => errors),
    buckets: samples.map(({ buckets }) => buckets),
  });
  return { seconds: windowSeconds, le, baseline: counts(baseline), canary: counts(canary) };
}

/** What swings for both sides alike. */
function common(scenario: Scenario, random: () => number) {
  const wave = (size: number) => {
    const phase = random() * 2 * Math.PI;
    return (window: number): number => (scenario.trend ? 1 + size * Math.sin((2 * Math.PI * window) / swing.windows + phase) : 1);
  };
  return { load: wave(swing.load), latency: wave(swing.latency), errors: wave(swing.errors) };
}

/** One side's own noise: a first-order autoregression in the log of latency and of the error rate. */
function side(scenario: Scenario, normal: () => number) {
  const process = (deviation: number) => {
    let state = normal() * deviation;
    return (): number => {
      const now = state;
      state = noise.correlation * state + Math.sqrt(1 - noise.correlation ** 2) * deviation * normal();
      return scenario.autocorrelated ? Math.exp(now) : 1;
    };
  };
  const [slower, failing] = [process(noise.latency), process(noise.errors)];
  return () => ({ slower: slower(), failing: failing() });
}

interface RequestLaw {
  readonly median: number;
  readonly errors: number;
  readonly random: () => number;
  readonly normal: () => number;
}

/** @param exact whether percentiles are wanted, for which all requests have to be sorted. */
function sample(requests: number, { median, errors, random, normal }: RequestLaw, exact: boolean): Sample {
  const { sigma } = latency;
  const bounds = Float64Array.from(le, (bound) => Math.log(bound / median) / sigma);
  const counts = new Float64Array(bounds.length + 1);
  const logs = new Float64Array(requests);
  for (let request = 0; request < requests; request++) {
    const log = normal();
    let index = 0;
    while (index < bounds.length && log > (bounds[index] ?? 0)) index++;
    counts[index] = (counts[index] ?? 0) + 1;
    logs[request] = log;
  }
  let faster = 0;
  const buckets = le.map((_, index) => {
    faster += counts[index] ?? 0;
    return faster;
  });
  if (exact) logs.sort();
  const time = (index: number): number => median * Math.exp(sigma * (logs[index] ?? Number.NaN));
  const percentile = (share: number): number => {
    if (!exact) return Number.NaN;
    const position = (requests - 1) * share;
    const [below, above] = [time(Math.floor(position)), time(Math.ceil(position))];
    return below + (position - Math.floor(position)) * (above - below);
  };
  return { requests, errors: binomial(requests, errors, random), buckets, p50: percentile(0.5), p99: percentile(0.99) };
}

/** Successes among trials, by the waiting times between them. */
function binomial(trials: number, chance: number, random: () => number): number {
  if (chance >= 1) return trials;
  let count = 0;
  for (let trial = 0; ; count++) {
    trial += 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-chance));
    if (trial > trials) return count;
  }
}

/** Knuth's product for small means; a rounded normal above 200, where the two cannot be told apart. */
function poisson(mean: number, random: () => number, normal: () => number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
