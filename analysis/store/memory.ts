import type { JudgementRecord } from '../contract/record';
import type { ListFilter, Store } from './store';

export interface MemoryStoreOptions {
  /** @default 5 000 */
  readonly records?: number;
  /** Characters of all records together, a byte each as a rule. @default 20 million: about 1 500 judgements of 50 windows with eleven buckets */
  readonly characters?: number;
}

/** A record as JSON: one string costs the garbage collector nothing, however many numbers are in it. */
interface Kept {
  readonly rollout: string;
  readonly namespace: string;
  readonly text: string;
}

/** Keeps the newest judgements in this process; the oldest leave when there is no more room. */
export function createMemoryStore({ records = 5_000, characters = 20_000_000 }: MemoryStoreOptions = {}): Store {
  const kept = new Map<string, Kept>();
  let size = 0;

  const dropOldest = () => {
    for (const [id, { text }] of kept) {
      if (kept.size <= records && size <= characters) return;
      kept.delete(id);
      size -= text.length;
    }
  };
  return {
    async put(record) {
      const { judgement, request } = record;
      if (kept.has(judgement.id)) return;
      const text = JSON.stringify(record);
      kept.set(judgement.id, { rollout: request.rollout, namespace: request.namespace, text });
      size += text.length;
      dropOldest();
    },
    get: async (id) => {
      const found = kept.get(id);
      return found === undefined ? null : recordOf(found);
    },
    list: async (filter) => {
      const found = [...kept.values()].reverse().filter((one) => matches(one, filter));
      return found
        .slice(0, filter.limit)
        .map(recordOf)
        .map(({ at, request, judgement }) => ({ at, request, judgement }));
    },
    close: async () => kept.clear(),
  };
}

function recordOf({ text }: Kept): JudgementRecord {
  return JSON.parse(text) as JudgementRecord; // written by put
}

function matches(one: Kept, { rollout, namespace }: ListFilter): boolean {
  return (rollout === undefined || one.rollout === rollout) && (namespace === undefined || one.namespace === namespace);
}
