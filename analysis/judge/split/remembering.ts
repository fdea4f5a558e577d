import { type Preparation, type PreparedWindow, preparing } from './prepared';
import type { CleanSide, CleanWindow } from './windows';

/**
 * Keeps what windows say from the second time they are seen: a look costs what is new since the last one, and a release that is judged once only leaves
 * nothing behind but the names of its windows. Windows are known by what was counted in them, so this changes no verdict, whoever asks, in whatever order,
 * and however little is remembered.
 *
 * @param windows the newest so many are kept, and up to as many older ones. One takes about 7 kB with eleven bounds and two limits.
 */
export function remembering(windows: number): Preparation {
  let recent = new Map<string, PreparedWindow | null>();
  let older = new Map<string, PreparedWindow | null>();
  return (le, settings, count) => {
    // One that is longer than all that is kept would push everybody out, itself included.
    if (count > 2 * windows) return preparing(le, settings);
    const { compare, tolerated, notice, limits } = settings;
    const asked = JSON.stringify([le, compare, tolerated, notice, limits]);
    const prepare = preparing(le, settings);
    return (window) => {
      const key = `${asked}${keyOf(window)}`;
      const found = recent.get(key);
      const known = found === undefined ? older.get(key) : found;
      const one = known ?? prepare(window);
      const kept = known === undefined ? null : one;
      if (found === kept) return one;
      if (recent.size >= windows) [recent, older] = [new Map(), recent];
      recent.set(key, kept);
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
