import type { Document } from 'mongodb';
import type { Authority } from './authority';

export interface SetNewOptions {
  readonly authority: Authority;
  readonly newFields: readonly string[];
  /** Old to new, as the migration's transform. */
  readonly stages: readonly Document[];
  /** And new to old. */
  readonly stagesBack: readonly Document[];
  /** Documents of which `stages` would make something wrong. */
  readonly keepOut: readonly Document[];
  /** What follows the change: what is remembered, and the version. */
  readonly after: Document;
}

/** Where the new side waits while the other stages run; gone at the end of the same write. */
const aside = '_bluecanary';

/**
 * Changes some new fields, the others being derived from the old side where that is right, or where there are no new ones yet; then the old
 * side from all of them. One write on the server's current copy, so that neither a writer of the old shape nor one of the other new fields
 * loses anything. A document that cannot be derived matches nothing: a blank one would replace both sides.
 */
export function settingNew(changes: Document, options: SetNewOptions): { readonly filter: Document; readonly update: Document[] } {
  const { authority, newFields, stages, stagesBack, keepOut, after } = options;
  const literals = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, { $literal: value }]));
  if (authority === 'contracted') return { filter: {}, update: [{ $set: { ...literals, ...after } }] };
  const convertible = keepOut.length > 0 ? { $nor: [...keepOut] } : {};
  const complete = Object.fromEntries(newFields.map((field) => [field, { $exists: true }]));
  const update = [{ $set: literals }, ...stagesBack, { $set: after }];
  return authority === 'old'
    ? { filter: convertible, update: [...stages, ...update] }
    : { filter: { $or: [complete, convertible] }, update: [...whereMissing(newFields, stages), ...update] };
}

/** The stages, and what was there before is put back over what they made of it. */
function whereMissing(fields: readonly string[], stages: readonly Document[]): Document[] {
  const of = (entry: (field: string) => unknown) => Object.fromEntries(fields.map((field) => [field, entry(field)]));
  return [
    { $set: { [aside]: of((field) => `$${field}`) } },
    ...stages,
    { $set: of((field) => ({ $cond: [{ $eq: [{ $type: `$${aside}.${field}` }, 'missing'] }, `$${field}`, `$${aside}.${field}`] })) },
    { $unset: aside },
  ];
}
