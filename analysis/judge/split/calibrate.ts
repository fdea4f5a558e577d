import type { Dispersion, ReleaseWindows, SplitConfig } from '../types';
import { errorGain } from './errors';
import type { Gain } from './evidence';
import { fitted } from './fit';
import type { Law } from './law';
import { settings } from './settings';
import { boundName, latencyGains } from './slowness';
import { cleaned } from './windows';

/** Fewest windows that said something before noise is said to be known. */
const leastWindows = 100;
const mostCorrelated = 0.9;

/**
 * Learns how noisy windows are from two halves of the stable pods over the last hours, given as `baseline` and `canary`: an A/A comparison, so all that
 * differs is noise. A release cannot learn this of rare events by itself.
 *
 * @returns settings for `SplitConfig.dispersion`, for each stream that had at least 100 windows with information. Keep them per service.
 */
export function calibrate(halves: ReleaseWindows): NonNullable<SplitConfig['dispersion']> {
  const known = settings();
  const { windows } = cleaned(halves);
  const latency = windows.map((window) => latencyGains(window, halves.le, known));
  const streams: readonly (readonly [string, readonly (Gain | null)[]])[] = [
    ['errors', windows.map((window) => errorGain(window, known))],
    ['latency', latency.map((one) => one?.chain ?? null)],
    ...halves.le.map((bound, index) => [boundName(bound), latency.map((one) => one?.bounds[index] ?? null)] as const),
  ];
  const learned = streams.flatMap(([name, gains]) => {
    const one = noiseOf(gains.map((gain) => gain?.law ?? null));
    return one === undefined ? [] : [[name, one] as const];
  });
  return Object.fromEntries(learned);
}

/**
 * Variance and autocorrelation of the log ratio beyond sampling. The variance is the estimate of DerSimonian and Laird plus its standard error, since a
 * noise that is underrated makes false alarms; the correlation is that of neighbouring windows.
 *
 * @param laws window after window; null where a window says nothing.
 */
export function noiseOf(laws: readonly (Law | null)[]): Dispersion | undefined {
  const present = laws.filter((law) => law !== null);
  if (present.length < leastWindows) return undefined;
  const tilt = fitted(present);
  const moments = laws.map((law) => {
    if (law === null) return null;
    const { mean, variance } = law.near(tilt);
    return variance > 0 ? { surplus: law.observed - mean, variance } : null;
  });
  const known = moments.filter((one) => one !== null);
  const sum = total(known.map(({ variance }) => variance));
  const scale = sum - total(known.map(({ variance }) => variance ** 2)) / sum;
  const excess = total(known.map(({ surplus, variance }) => surplus ** 2 / variance)) - known.length + 1;
  const variance = Math.max(0, excess / scale);
  const r = correlation(moments, variance);
  const memory = (1 + r * r) / (1 - r * r);
  const error = Math.sqrt(2 * memory * total(known.map((one) => (1 + one.variance * variance) ** 2))) / scale;
  return { variance: variance + error, autocorrelation: (1 + r) / (1 - r) };
}

type Moment = { readonly surplus: number; readonly variance: number } | null;

/** Correlation of neighbouring windows: covariances at lags 1 and 2 over those at 0 and 1, which a first-order autoregression has in common. */
function correlation(moments: readonly Moment[], variance: number): number {
  const covariance = (lag: number): number => {
    let [products, scale] = [0, 0];
    moments.forEach((one, index) => {
      const later = moments[index + lag];
      if (!one || !later) return;
      products += one.surplus * later.surplus;
      scale += one.variance * later.variance;
    });
    return scale === 0 ? 0 : products / scale;
  };
  const [near, far] = [covariance(1), covariance(2)];
  return variance + near <= 0 ? 0 : Math.max(0, Math.min(mostCorrelated, (near + far) / (variance + near)));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
