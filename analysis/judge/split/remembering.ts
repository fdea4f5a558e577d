import { type Preparation, type PreparedWindow, preparing } from './prepared';
import type { CleanSide, CleanWindow } from './windows';

/**
 * Prepares each window once: a look costs what is new since the last one. Windows are known by what was counted in them, so this changes no verdict,
 * whoever asks, in whatever order, and however little is remembered.
 *
 * @param windows the newest so many are kept, and up to as many older ones. One takes about 15 kB with eleven bounds and three limits.
 */
export function remembering(windows: number): Preparation {
  let recent = new Map<string, PreparedWindow>();
  let older = new Map<string, PreparedWindow>();
  return (le, settings) => {
    const { compare, tolerated, notice, limits } = settings;
    const asked = JSON.stringify([le, compare, tolerated, notice, limits]);
    const prepare = preparing(le, settings);
    return (window) => {
      const key = `${asked}${keyOf(window)}`;
      const known = recent.get(key);
      if (known !== undefined) return known;
      const one = older.get(key) ?? prepare(window);
      if (recent.size >= windows) [recent, older] = [new Map(), recent];
      recent.set(key, one);
      return one;
    };
  };
}

function keyOf({ baseline, canary }: CleanWindow): string {
  return `${sideKey(baseline)}|${sideKey(canary)}`;
}

function sideKey({ requests, errors, slower, timed }: CleanSide): string {
  return `${requests},${errors},${slower},${timed}`;
}
