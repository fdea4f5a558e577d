import type { Document } from 'mongodb';
import { defineMigration, serverSide } from '../declaration';
import { hours } from '../duration';

/** A user as the old version writes it. */
export interface UserV1 {
  readonly email: string;
  readonly firstName?: string | number | null;
  readonly lastName?: string | number | null;
}

/** A user as the new version writes it; it keeps writing the old fields until contract. */
export interface UserV2 extends UserV1 {
  readonly fullName: string;
  readonly migrationVersion: 2;
  readonly migratedAt: Date;
}

const id = '20261101-users-full-name';

// Missing and null count as nothing and numbers as their digits, where `$concat` alone would give null or fail half-way.
const text = (path: string) => ({ $convert: { input: path, to: 'string', onNull: '', onError: '' } });
const oldName = { $trim: { input: { $concat: [text('$firstName'), ' ', text('$lastName')] } } };

// The name this migration wrote last: whichever side differs from it is the side that has changed since.
const lastSynced = `$_m.${id}.fullName`;
const differs = { $ne: ['$fullName', oldName] };
const oldUnchanged = { $eq: [lastSynced, oldName] };
const newUnchanged = { $eq: [lastSynced, '$fullName'] };

const hasNoOldName: Document = { firstName: { $in: [null, ''] }, lastName: { $in: [null, ''] } };
const hasNewName: Document = { fullName: { $type: 'string', $ne: '' } };
// Never in step so far. Where it was, missing old names are names that the old version has erased.
const onlyNew: Document = { ...hasNoOldName, ...hasNewName, [`_m.${id}`]: { $exists: false } };

/** `onError` would silently turn an object, an array or a truth value into nothing or into words. */
const notAName = (field: 'firstName' | 'lastName'): Document => ({
  [field]: { $exists: true, $not: { $type: ['string', 'number', 'null'] } },
});

/** The first word is the first name and the rest the last name, so that joining them again gives the same full name. */
const newName = { $trim: { input: text('$fullName') } };
const firstName = { $arrayElemAt: [{ $split: [newName, ' '] }, 0] };
const lastName = { $substrCP: [newName, { $add: [{ $strLenCP: firstName }, 1] }, { $strLenCP: newName }] };
// A blank around the name is no change.
const saysMore = { $ne: [newName, oldName] };

/**
 * Gives every user a `fullName`, made of `firstName` and `lastName`.
 *
 * A user with neither name gets the empty string; one whose names are not names, or whose `fullName` only the new version wrote,
 * goes to quarantine untouched.
 */
export const usersFullName = defineMigration<UserV1, UserV2>({
  id,
  description: 'users.fullName = firstName + " " + lastName',
  database: 'myapp',
  collection: 'users',
  schemaVersion: 2,
  preconditions: [
    {
      kind: 'none',
      name: 'every user has an email',
      of: { $or: [{ email: { $not: { $type: 'string' } } }, { email: { $regex: '^\\s*$' } }] },
    },
  ],
  // Names are no English prose: no stemming, no stop words.
  indexes: [{ name: 'idx_fullname_text', key: { fullName: 'text' }, options: { default_language: 'none' } }],
  backfill: {
    // The version alone would miss an old writer that changes a name after its document is done.
    drift: { $or: [{ $expr: differs }, { migrationVersion: { $ne: 2 } }] },
    sourceFields: ['firstName', 'lastName'],
    transform: serverSide([{ $set: { fullName: oldName, migrationVersion: 2, migratedAt: '$$NOW' } }]),
    unconvertible: [
      { reason: 'firstName is neither text nor a number', filter: notAName('firstName') },
      { reason: 'lastName is neither text nor a number', filter: notAName('lastName') },
      { reason: 'only fullName is there: the new version wrote it without the old fields', filter: onlyNew },
      {
        reason: 'fullName was changed without the old fields',
        filter: { ...hasNewName, $expr: { $and: [differs, oldUnchanged] } },
      },
    ],
  },
  down: {
    shadow: ['fullName'],
    drift: { ...hasNewName, $or: [onlyNew, { $expr: { $and: [saysMore, oldUnchanged] } }] },
    transform: serverSide([{ $set: { firstName, lastName } }]),
    conflicts: [
      {
        reason: 'both versions changed the name since it was last in step',
        filter: { ...hasNewName, $nor: [onlyNew], $expr: { $and: [saysMore, { $not: [oldUnchanged] }, { $not: [newUnchanged] }] } },
      },
    ],
  },
  contract: { unset: ['firstName', 'lastName'], approvals: 1 },
  invariants: [
    { name: 'fullName is text', none: { fullName: { $not: { $type: 'string' } } } },
    { name: 'nobody is called null or undefined', none: { fullName: { $regex: '\\b(null|undefined)\\b' } } },
    {
      name: 'who has a name has a full name',
      none: { fullName: '', $or: [{ firstName: { $regex: '\\S' } }, { lastName: { $regex: '\\S' } }] },
    },
  ],
  // Version 1.4.0 knows nothing of reports, and 1.5.0, which waits for this, is the first to write both shapes.
  gates: { backupNotOlderThan: hours(24), drained: hours(24), oldVersionGone: 'beforeSwitch' },
});
