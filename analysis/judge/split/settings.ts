import type { AbsoluteLimit, Dispersion, SplitConfig } from '../types';
import type { DispersionPrior } from './dispersion';

/** The settings of one judgement with all defaults filled in. */
export interface Settings {
  readonly alpha: number;
  readonly planned: number;
  readonly compare: readonly ('errors' | 'latency')[];
  readonly tolerated: { readonly errors: number; readonly latency: number; readonly events: number };
  /** Of limits: so many times what they allow. */
  readonly notice: { readonly errors: number; readonly latency: number; readonly events: number; readonly limits: number };
  readonly minimumEvents: number;
  readonly limits: readonly AbsoluteLimit[];
  readonly weights: Readonly<Record<string, number>>;
  readonly dispersion: Readonly<Record<string, Dispersion>>;
}

/** Noise assumed of windows until the release has shown its own: a log ratio that wavers by a seventh, with a memory of a few windows. */
export const noisePrior: DispersionPrior = { variance: 0.02, windows: 10, autocorrelation: 5 };

/** Fewest windows on which a metric may fail: one window is an incident, not a comparison. */
export const minimumWindows = 2;

/**
 * Fills in the defaults.
 *
 * @throws with every setting that is out of its range.
 */
export function settings(config: SplitConfig = {}): Settings {
  const [toleratedErrors, toleratedEvents] = [config.toleratedErrors ?? 1, config.toleratedEvents ?? 1];
  const complete: Settings = {
    alpha: config.alpha ?? 0.01,
    planned: config.planned ?? 1,
    compare: config.compare ?? ['errors', 'latency'],
    tolerated: { errors: toleratedErrors, latency: config.toleratedLatency ?? 1, events: toleratedEvents },
    notice: {
      errors: config.noticeErrors ?? worthNoticing(toleratedErrors),
      latency: config.noticeLatency ?? 1.5,
      events: config.noticeErrors ?? worthNoticing(toleratedEvents),
      limits: config.noticeErrors ?? 2,
    },
    minimumEvents: config.minimumEvents ?? 5,
    limits: config.limits ?? [],
    weights: config.weights ?? {},
    dispersion: config.dispersion ?? {},
  };
  const problems = problemsOf(complete);
  if (problems.length > 0) throw new Error(`the settings of the judge are not usable: ${problems.join('; ')}`);
  return complete;
}

/** Where nobody says. */
function worthNoticing(tolerated: number): number {
  return tolerated < 2 ? 2 : 1.5 * tolerated;
}

function problemsOf(given: Settings): readonly string[] {
  const { alpha, planned, tolerated, notice, minimumEvents } = given;
  return [
    ...outside('alpha', alpha, 'above 0 and at most 0.5', alpha > 0 && alpha <= 0.5),
    ...outside('planned', planned, 'a whole number of windows from 0', Number.isInteger(planned) && planned >= 0),
    ...outside('toleratedErrors', tolerated.errors, 'a ratio from 1 to 100', tolerated.errors >= 1 && tolerated.errors <= 100),
    ...outside('toleratedLatency', tolerated.latency, 'a ratio from 1 to 100', tolerated.latency >= 1 && tolerated.latency <= 100),
    ...outside('toleratedEvents', tolerated.events, 'a ratio from 1 to 100', tolerated.events >= 1 && tolerated.events <= 100),
    ...outside('noticeErrors', notice.errors, 'a finite ratio above toleratedErrors', finiteAbove(notice.errors, tolerated.errors)),
    ...outside('noticeErrors', notice.events, 'a finite ratio above toleratedEvents', finiteAbove(notice.events, tolerated.events)),
    ...outside('noticeLatency', notice.latency, 'a finite ratio above 1', finiteAbove(notice.latency, 1)),
    ...outside('minimumEvents', minimumEvents, 'a number from 0', minimumEvents >= 0),
    ...given.limits.flatMap((limit, index) => limitProblems(limit, `limits[${index}]`)),
    ...Object.entries(given.weights).flatMap(([name, weight]) =>
      outside(`weights.${name}`, weight, 'a number above 0', finiteAbove(weight, 0)),
    ),
    ...Object.entries(given.dispersion).flatMap(([name, { variance, autocorrelation }]) => [
      ...outside(`dispersion.${name}.variance`, variance, 'a number from 0', variance >= 0 && Number.isFinite(variance)),
      ...outside(
        `dispersion.${name}.autocorrelation`,
        autocorrelation,
        'a number from 1',
        autocorrelation >= 1 && Number.isFinite(autocorrelation),
      ),
    ]),
  ];
}

/** What is wrong with a limit, called `where`. */
export function limitProblems(limit: AbsoluteLimit, where: string): readonly string[] {
  if (limit.kind === 'times-stable')
    return outside(`${where}.times`, limit.times, 'a ratio from 1 to 100', limit.times >= 1 && limit.times <= 100);
  if (limit.metric === 'p99') return outside(`${where}.value`, limit.value, 'seconds above 0', finiteAbove(limit.value, 0));
  return outside(`${where}.value`, limit.value, 'a share above 0 and below 1', limit.value > 0 && limit.value < 1);
}

function outside(name: string, value: number, range: string, holds: boolean): readonly string[] {
  return holds ? [] : [`${name}: ${range} is expected, got ${value}`];
}

function finiteAbove(value: number, least: number): boolean {
  return Number.isFinite(value) && value > least;
}
