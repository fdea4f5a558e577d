import type { JudgementRecord } from '../contract/record';
import type { Windows } from '../contract/windows.generated';
import type { ListFilter, Store } from './store';

export interface MemoryStoreOptions {
  /** @default 5 000 */
  readonly records?: number;
  /** Numbers kept in all windows together. @default 1.5 million: about 1 000 judgements of 50 windows with eleven buckets */
  readonly numbers?: number;
}

/** Keeps the newest judgements in this process; the oldest leave when there is no more room. */
export function createMemoryStore({ records = 5_000, numbers = 1_500_000 }: MemoryStoreOptions = {}): Store {
  const kept = new Map<string, JudgementRecord>();
  let size = 0;

  const dropOldest = () => {
    for (const [id, record] of kept) {
      if (kept.size <= records && size <= numbers) return;
      kept.delete(id);
      size -= sizeOf(record.windows);
    }
  };
  return {
    async put(record) {
      if (kept.has(record.judgement.id)) return;
      kept.set(record.judgement.id, record);
      size += sizeOf(record.windows);
      dropOldest();
    },
    get: async (id) => kept.get(id) ?? null,
    list: async (filter) => {
      const found = [...kept.values()].reverse().filter((record) => matches(record, filter));
      return found.slice(0, filter.limit).map(({ at, request, judgement }) => ({ at, request, judgement }));
    },
    close: async () => kept.clear(),
  };
}

function sizeOf(windows: Windows | null): number {
  if (windows === null) return 0;
  const sides = windows.stable === null ? 1 : 2;
  return windows.canary.requests.length * (windows.le.length + 3) * sides;
}

function matches({ request }: JudgementRecord, { rollout, namespace }: ListFilter): boolean {
  return (rollout === undefined || request.rollout === rollout) && (namespace === undefined || request.namespace === namespace);
}
