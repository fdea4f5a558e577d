import { usersFullName } from '../migrations/users-full-name';
import { forwardSweep, reverseSweep, shadowOf } from '../sweep';
import type { Authority } from './authority';
import { type Versioned, versioned } from './versioned';

/** The fields that `users-full-name` replaces, as the old version stores them. */
export interface OldName {
  readonly firstName?: string | number | null;
  readonly lastName?: string | number | null;
}

/** And as the new version stores them. */
export interface NewName {
  readonly fullName: string;
}

/** The adapter of the reference migration: what an app with `users` imports. */
export function users(authority: () => Authority): Versioned<OldName, NewName> {
  const { guard, transform, keepOut } = forwardSweep(usersFullName);
  const { transform: back } = reverseSweep(usersFullName);
  if (transform.kind !== 'serverSide' || back.kind !== 'serverSide')
    throw new Error('users-full-name: the adapter shares the stages of the transform, which must run on the server');
  return versioned<OldName, NewName>({
    oldFields: ['firstName', 'lastName'],
    newFields: ['fullName'],
    newFromOld: ({ firstName, lastName }) => ({ fullName: `${text(firstName)} ${text(lastName)}`.trim() }),
    oldFromNew: ({ fullName = '' }) => {
      const space = fullName.indexOf(' ');
      return space < 0
        ? { firstName: fullName, lastName: '' }
        : { firstName: fullName.slice(0, space), lastName: fullName.slice(space + 1) };
    },
    stages: transform.stages,
    stagesBack: back.stages,
    keepOut: keepOut.map(({ filter }) => filter),
    drift: guard,
    shadow: { path: shadowOf(usersFullName.id), fields: ['fullName'] },
    authority,
    version: { field: 'migrationVersion', value: usersFullName.schemaVersion },
  });
}

/** Missing and null count as nothing, numbers as their digits, as in the transform. */
function text(value: string | number | null | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
