import type { Collection, Document } from 'mongodb';
import { randomOf } from './random';

/** The old version of the app at work: it knows first and last names only. Writes until stopped. */
export function oldVersion(users: Collection<Document>, ids: readonly unknown[], seed: number): { readonly stop: () => Promise<number> } {
  const random = randomOf(seed);
  let stopped = false;
  let writes = 0;
  const work = async () => {
    while (!stopped) {
      const _id = random.pick(ids) as never;
      const kind = random.below(10);
      if (kind < 6) await users.updateOne({ _id }, { $set: { firstName: `First${writes}` } });
      else if (kind < 8) await users.updateOne({ _id }, { $unset: { lastName: '' } });
      else if (kind < 9) await users.insertOne({ email: `new${writes}@example.com`, firstName: 'New', lastName: `Number${writes}` });
      else await users.deleteOne({ _id });
      writes += 1;
      await new Promise((resolve) => setTimeout(resolve, random.below(8)));
    }
  };
  const working = work();
  return {
    stop: async () => {
      stopped = true;
      await working;
      return writes;
    },
  };
}
