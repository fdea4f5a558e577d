import { type Collection, type Document, ObjectId } from 'mongodb';
import { randomOf } from './random';

export const usersFullNameId = '20261101-users-full-name';

/** Names as a real collection has them: missing, null, empty, padded, and numbers. */
const names: readonly Document[] = [
  { firstName: 'Ada', lastName: 'Lovelace' },
  { firstName: 'Grace', lastName: 'Hopper' },
  { firstName: null, lastName: 'Turing' },
  { lastName: 'Noether' },
  { firstName: 'Plato' },
  { firstName: '', lastName: 'Prince' },
  { firstName: 5, lastName: 'X' },
  { firstName: ' Emmy ', lastName: null },
  {},
];

/** Users of the old version, some with an `_id` of another kind. The same seed makes the same ones. */
export function oldUsers(count: number, seed: number): Document[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index) => {
    const _id =
      index % 100 === 99 ? `legacy-${index}` : new ObjectId((0x60000000 + index).toString(16) + index.toString(16).padStart(16, '0'));
    return { _id, email: `user${index}@example.com`, ...random.pick(names) };
  });
}

/** What a full name must be, in words of this language only: shares nothing with the migration. */
export function expectedFullName({ firstName, lastName }: Document): string {
  const word = (value: unknown) => (value === undefined || value === null ? '' : `${value}`);
  return `${word(firstName)} ${word(lastName)}`.trim();
}

/** Every document that is not as it must be, found by reading all of them. */
export async function wrongUsers(users: Collection<Document>): Promise<readonly Document[]> {
  const all = await users.find({}, { batchSize: 5000 }).toArray();
  return all.filter((user) => user['fullName'] !== expectedFullName(user) || user['migrationVersion'] !== 2);
}
