import type { Work } from '../work';
import type { Draft } from './draft';
import { errorsDraft } from './errors';
import type { PreparedWindow } from './prepared';
import type { Settings } from './settings';
import { latencyDraft } from './slowness';

/** The comparisons of errors and latency with the baseline, on all windows so far. */
export function* comparisons(
  all: readonly PreparedWindow[],
  le: readonly number[],
  settings: Settings,
  unusable: number,
): Work<readonly Draft[]> {
  const windows = all.map(({ window }) => window);
  const drafts: Draft[] = [];
  for (const metric of settings.compare) {
    yield;
    drafts.push(
      metric === 'errors'
        ? errorsDraft(windows, gainsOf(all, 'errors'), settings, unusable)
        : yield* latencyDraft(windows, gainsOf(all, 'latency'), le, settings, unusable),
    );
  }
  return drafts;
}

function gainsOf<Name extends 'errors' | 'latency'>(all: readonly PreparedWindow[], name: Name): readonly PreparedWindow[Name][] {
  return all.map((one) => one[name]);
}
