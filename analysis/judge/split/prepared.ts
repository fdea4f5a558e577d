import { errorGain } from './errors';
import type { Gain } from './evidence';
import { limitGain } from './limits';
import type { Settings } from './settings';
import { type LatencyGains, latencyGains } from './slowness';
import type { CleanWindow } from './windows';

/** A window with all that it adds by itself. It never changes, so whoever looks again may keep it. */
export interface PreparedWindow {
  readonly window: CleanWindow;
  readonly errors: Gain | null;
  readonly latency: LatencyGains | null;
  /** One per limit; null where it says nothing, or not without the windows before. */
  readonly limits: readonly (Gain | null)[];
}

/** How so many windows are prepared under certain settings. */
export type Preparation = (le: readonly number[], settings: Settings, windows: number) => (window: CleanWindow) => PreparedWindow;

/** The expensive part of a look, window by window. */
export const preparing =
  (le: readonly number[], settings: Settings) =>
  (window: CleanWindow): PreparedWindow => ({
    window,
    errors: settings.compare.includes('errors') ? errorGain(window, settings) : null,
    latency: settings.compare.includes('latency') ? latencyGains(window, le, settings) : null,
    limits: settings.limits.map((limit) => limitGain(limit, window, le, settings)),
  });
