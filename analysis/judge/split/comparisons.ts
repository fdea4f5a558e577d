import type { Draft } from './draft';
import { errorGain, errorsDraft } from './errors';
import type { Gain } from './evidence';
import type { Settings } from './settings';
import { type LatencyGains, latencyDraft, latencyGains } from './slowness';
import type { CleanWindow } from './windows';

/** A window with all that it adds to the comparisons. It never changes, so whoever looks again may keep it. */
export interface PreparedWindow {
  readonly window: CleanWindow;
  readonly errors: Gain | null;
  readonly latency: LatencyGains | null;
}

/** The expensive part of a look, window by window. */
export function prepared(window: CleanWindow, le: readonly number[], settings: Settings): PreparedWindow {
  return {
    window,
    errors: settings.compare.includes('errors') ? errorGain(window, settings) : null,
    latency: settings.compare.includes('latency') ? latencyGains(window, le, settings) : null,
  };
}

/** The comparisons of errors and latency with the baseline, on all windows so far. */
export function comparisons(all: readonly PreparedWindow[], le: readonly number[], settings: Settings, unusable: number): readonly Draft[] {
  const windows = all.map(({ window }) => window);
  return settings.compare.map((metric) =>
    metric === 'errors'
      ? errorsDraft(windows, gainsOf(all, 'errors'), settings, unusable)
      : latencyDraft(windows, gainsOf(all, 'latency'), le, settings, unusable),
  );
}

function gainsOf<Name extends 'errors' | 'latency'>(all: readonly PreparedWindow[], name: Name): readonly PreparedWindow[Name][] {
  return all.map((one) => one[name]);
}
