import { gaussian, uniform } from '../../analysis/judge/random';
import { gaugeStream } from '../../analysis/judge/split/gauge';
import { noise } from './scenario';
import { median, type Rows, share } from './table';

/** A gauge that wavers by a tenth from window to window on either side. */
const deviation = 0.1;
const tolerated = 1.1;
const alpha = 0.01;

/** Failures of the gauge test over all looks: growth within and beyond what is tolerated, with and without autocorrelation. */
export function gaugeAlarms(runs: number, options: { readonly seed: number; readonly looks: number }): Rows {
  const cells = [0, noise.correlation].flatMap((correlation) => [1, tolerated, 1.3, 1.6].map((growth) => ({ correlation, growth })));
  const rows = cells.map(({ correlation, growth }, cell) => {
    const looks: (number | undefined)[] = [];
    for (let run = 0; run < runs; run++)
      looks.push(failedAt(correlation, growth, options.looks, (options.seed + 31 + cell) * 1_000_003 + run));
    const failed = looks.filter((look) => look !== undefined);
    return [String(correlation), `x${growth}`, share(looks, (look) => look !== undefined), String(median(failed) ?? '-')];
  });
  return [['correlation of neighbouring windows', `canary's level (x${tolerated} is tolerated)`, 'failed, %', 'median look'], ...rows];
}

function failedAt(correlation: number, growth: number, looks: number, seed: number): number | undefined {
  const normal = gaussian(uniform(seed));
  const [baseline, canary] = [wavering(correlation, looks, normal), wavering(correlation, looks, normal).map((level) => level * growth)];
  for (let look = 2; look <= looks; look++) {
    const stream = gaugeStream({ baseline: baseline.slice(0, look), canary: canary.slice(0, look) }, tolerated, 0, undefined);
    if (stream.evidence >= Math.log(1 / alpha)) return look;
  }
  return undefined;
}

function wavering(correlation: number, windows: number, normal: () => number): readonly number[] {
  let state = normal() * deviation;
  return Array.from({ length: windows }, () => {
    const now = state;
    state = correlation * state + Math.sqrt(1 - correlation * correlation) * deviation * normal();
    return 100 * Math.exp(now);
  });
}
