import type { Tally } from './compare';
import type { Course } from './contestants';

export type Rows = readonly (readonly string[])[];

/** A Markdown table; the first row is its head. */
export function table([head = [], ...rows]: Rows): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export function falseAlarms(tallies: readonly Tally[]): Rows {
  const head = ['scenario', 'threshold rule', 'Kayenta, one look', 'Kayenta, every look', 'Kayenta, after 10 windows', 'split, every look'];
  return [
    head,
    ...tallies.map(({ scenario, split, kayenta, threshold }) => [
      scenario.name,
      share(threshold, ({ failedAt }) => failedAt !== undefined),
      share(kayenta, ({ failsAtTheEnd }) => failsAtTheEnd),
      share(kayenta, ({ failedAt }) => failedAt !== undefined),
      share(kayenta, ({ failedAfterWarmUp }) => failedAfterWarmUp !== undefined),
      share(split, ({ failedAt }) => failedAt !== undefined),
    ]),
  ];
}

export function detection(tallies: readonly Tally[]): Rows {
  const head = [
    'scenario',
    'effect',
    'threshold rule',
    'Kayenta, one look',
    'Kayenta, every look',
    'Kayenta, after 10 windows',
    'split, one look',
    'split, every look',
  ];
  return [
    head,
    ...tallies.map(({ scenario, effect, split, kayenta, threshold }) => [
      scenario.name,
      effect.name,
      found(threshold, ({ failedAt }) => failedAt),
      percent(kayenta, ({ failsAtTheEnd }) => failsAtTheEnd),
      found(kayenta, ({ failedAt }) => failedAt),
      found(kayenta, ({ failedAfterWarmUp }) => failedAfterWarmUp),
      percent(split, ({ failsAtTheEnd }) => failsAtTheEnd),
      found(split, ({ failedAt }) => failedAt),
    ]),
  ];
}

export function passes(tallies: readonly Tally[]): Rows {
  const head = ['scenario', 'effect', 'failed', 'Pass at the last look', 'ever Pass before a failure', 'median look of the first Pass'];
  return [
    head,
    ...tallies.map(({ scenario, effect, split }) => [
      scenario.name,
      effect.name,
      percent(split, ({ failedAt }) => failedAt !== undefined),
      percent(split, ({ passesAtTheEnd }) => passesAtTheEnd),
      percent(split, ({ passedAt }) => passedAt !== undefined),
      String(median(split.flatMap(({ passedAt }) => passedAt ?? [])) ?? '-'),
    ]),
  ];
}

/** A share with its 95 percent Wilson interval, in percent. */
export function share<T>(all: readonly T[], holds: (one: T) => boolean): string {
  if (all.length === 0) return '-';
  const count = all.filter(holds).length;
  const [low, high] = wilson(count, all.length);
  return `${(100 * (count / all.length)).toFixed(1)} (${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)})`;
}

/**
 * The 95 percent interval of a share.
 *
 * Reference: E. B. Wilson, J. Am. Statist. Assoc. 22 (1927). @example wilson(0, 1000) // [0, 0.0038]
 */
export function wilson(count: number, n: number): readonly [low: number, high: number] {
  const z = 1.959963984540054;
  const p = count / n;
  const centre = p + (z * z) / (2 * n);
  const width = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (centre - width) / scale), Math.min(1, (centre + width) / scale)];
}

export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

function percent(courses: readonly Course[], holds: (course: Course) => boolean): string {
  return courses.length === 0 ? '-' : ((100 * courses.filter(holds).length) / courses.length).toFixed(1);
}

function found(courses: readonly Course[], at: (course: Course) => number | undefined): string {
  const looks = courses.flatMap((course) => at(course) ?? []);
  if (courses.length === 0) return '-';
  return `${((100 * looks.length) / courses.length).toFixed(1)}${looks.length === 0 ? '' : ` @${median(looks)}`}`;
}
