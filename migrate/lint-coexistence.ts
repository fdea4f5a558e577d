import type { Document } from 'mongodb';
import { assignments, fillsOnly, overlap, readBy, targetsOf, within } from './paths';
import type { Backfill, IndexSpec, Migration } from './types';

/** What would disturb the previous version while it serves, or remove what it needs to come back. */
export function lintCoexistence({ backfill, contract, indexes = [], expand }: Migration): readonly (string | undefined)[] {
  const targets = backfill ? targetsOf(backfill) : [];
  return [
    ...(contract?.unset ?? []).flatMap((field) => lintUnset(field, backfill, targets)),
    ...(contract?.dropIndexes ?? [])
      .filter((name) => indexes.some((index) => index.name === name))
      .map((name) => `contract.dropIndexes: indexes of the old version, got ${name}, which this migration builds`),
    ...indexes.map((index) => lintIndex(index, targets)),
    ...(expand?.action === 'error' ? required(expand.validator) : [])
      .filter((field) => targets.includes(field))
      .map((field) => `expand.validator: both shapes, got ${field} as required: inserts of the old version would be refused`),
  ];
}

/** The fields the transform reads are those that the tailer follows and that contract may remove. */
export function lintSources({ transform, sourceFields }: Backfill): readonly (string | undefined)[] {
  const read = [...new Set(readBy(transform))];
  const missing = read.filter((path) => !sourceFields.some((field) => overlap(path, field)));
  if (missing.length > 0) return [`backfill.sourceFields: all fields that the transform reads, got none of ${missing.join(', ')}`];
  return [];
}

/** Fields of the old shape that the transform itself changes. */
export function inPlace(backfill: Backfill): readonly string[] {
  if (backfill.transform.kind === 'clientSide') return []; // what a function writes is not known
  return assignments(backfill.transform.stages)
    .filter(([target, value]) => !fillsOnly(target, value) && backfill.sourceFields.some((source) => overlap(source, target)))
    .map(([target]) => target);
}

function lintUnset(field: string, backfill: Backfill | undefined, targets: readonly string[]): readonly (string | undefined)[] {
  if (backfill === undefined) return []; // told elsewhere
  const carried = backfill.sourceFields.some((source) => within(field, source));
  const written = targets.filter((target) => overlap(target, field));
  return [
    carried
      ? undefined
      : `contract.unset: only fields whose data a backfill has carried over (${backfill.sourceFields.join(', ')}), got ${field}`,
    written.length > 0 ? `contract.unset: fields of the old shape, got ${field}, with which ${written.join(', ')} would go` : undefined,
  ];
}

/** Hidden means unseen by the planner only: an index that refuses or deletes does so from the moment it is built. */
function lintIndex({ name, key, options = {} }: IndexSpec, targets: readonly string[]): string | undefined {
  if (options['expireAfterSeconds'] !== undefined)
    return `indexes '${name}': none that deletes documents, which it does while hidden, too, and no roll back brings them back; create it after contract`;
  const fields = Object.keys(key);
  const fresh = fields.filter((field) => targets.some((target) => overlap(target, field)));
  const spared = options['partialFilterExpression'] !== undefined || (options['sparse'] === true && fresh.length === fields.length);
  return options['unique'] === true && fresh.length > 0 && !spared
    ? `indexes '${name}': a unique index counts documents without ${fresh.join(', ')} as equal, so that the second insert of the old version is refused; add partialFilterExpression: { ${fresh[0]}: { $exists: true } }`
    : undefined;
}

function required(validator: Document | undefined): readonly string[] {
  return validator?.['$jsonSchema']?.required ?? [];
}
