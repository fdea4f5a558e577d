/**
 * A quantile from buckets by linear interpolation, as Prometheus' histogram_quantile finds it.
 *
 * @param slower requests slower than each bound.
 * @returns null without requests, or when the quantile lies beyond the last bound.
 * @example quantile({ slower: [50, 0], timed: 100 }, [0.1, 0.2], 0.75) // 0.15
 */
export function quantile(
  { slower, timed }: { readonly slower: readonly number[]; readonly timed: number },
  le: readonly number[],
  share: number,
): number | null {
  if (timed === 0) return null;
  const beyond = timed * (1 - share);
  const index = slower.findIndex((count) => count <= beyond);
  if (index < 0) return null;
  const upper = le[index] ?? Number.NaN;
  const lower = index === 0 ? 0 : (le[index - 1] ?? 0);
  const before = index === 0 ? timed : (slower[index - 1] ?? timed);
  const inside = before - (slower[index] ?? 0);
  return inside === 0 ? upper : lower + ((upper - lower) * (before - beyond)) / inside;
}
