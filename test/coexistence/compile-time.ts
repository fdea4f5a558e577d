/** Checked by the type checker, never run: each marked line must not compile. */
import { type NewName, type OldName, users, versionedCollection } from '../../migrate/coexistence';

declare const collection: Parameters<typeof versionedCollection>[0];
const adapter = users(() => 'old');
const people = versionedCollection<{ email: string }, OldName, NewName>(collection, adapter);

export async function mistakes(): Promise<void> {
  await people.updateOne({ email: 'ada@example.com' }, adapter.set({ fullName: 'Ada Lovelace' }));
  // @ts-expect-error an update of the new field alone would drop the old ones
  await people.updateOne({ email: 'ada@example.com' }, { $set: { fullName: 'Ada Lovelace' } });
  // @ts-expect-error an insert without the new shape
  await people.insertOne({ email: 'ada@example.com' }, {});
  // @ts-expect-error there is no way to replace a document
  await people.replaceOne({ email: 'ada@example.com' }, { fullName: 'Ada Lovelace' });
  // @ts-expect-error a new value is the whole new shape
  adapter.set({});
  // @ts-expect-error not a field of the old shape
  adapter.setOld({ middleName: 'King' });
  // @ts-expect-error a side that does not exist
  users(() => 'both');
}
