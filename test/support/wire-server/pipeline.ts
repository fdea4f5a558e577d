import type { Document } from 'bson';
import { Aggregator, ProcessingMode, update } from 'mingo';
import { atTime, compileFilter } from './filter';
import { compareValues, valueAt } from './order';

/** What the server answers to a command it refuses. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly labels: readonly string[] = [],
  ) {
    super(message);
  }
}

const readOnly = { processingMode: ProcessingMode.CLONE_ALL };

/** Runs an aggregation over documents. Where mingo differs from the server, the stage is done here. */
export function aggregate(documents: readonly Document[], stages: readonly Document[], now: Date): Document[] {
  return stages.reduce<Document[]>((input, stage) => runStage(input, stage, now), [...documents]);
}

function runStage(input: Document[], stage: Document, now: Date): Document[] {
  const [name, value] = Object.entries(stage)[0] ?? ['', undefined];
  switch (name) {
    case '$match': {
      const { matches } = compileFilter(value, now);
      return input.filter(matches);
    }
    case '$sample':
      return sample(input, value.size);
    case '$count':
      return input.length > 0 ? [{ [value]: input.length }] : [];
    case '$sort':
      return sorted(input, value);
    default:
      return new Aggregator([atTime(stage, now) as Document], readOnly).run(input) as Document[];
  }
}

export function sorted(documents: readonly Document[], by: Document): Document[] {
  const keys = Object.entries(by);
  return [...documents].sort((one, other) => {
    for (const [path, direction] of keys) {
      const difference = path === '$natural' ? 0 : compareValues(valueAt(one, path), valueAt(other, path)) * Number(direction);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Without repeats. */
function sample(documents: Document[], size: number): Document[] {
  const rest = [...documents];
  const count = Math.min(size, rest.length);
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(Math.random() * (rest.length - index));
    [rest[index], rest[other]] = [rest[other] as Document, rest[index] as Document];
  }
  return rest.slice(0, count);
}

/** An update of any form, ready to be applied to one document after the other; `inserting` says whether the document is new. */
export function compileUpdate(change: Document | readonly Document[], now: Date): (document: Document, inserting?: boolean) => Document {
  if (!Array.isArray(change)) return (document, inserting) => operated(document, change as Document, now, inserting);
  const aggregator = new Aggregator(atTime(change, now) as Document[], readOnly);
  return (document) => {
    try {
      const [result] = aggregator.run([document]) as Document[];
      return result ?? {};
    } catch (error) {
      // The server stops at the document whose expression fails; what came before it stays written.
      throw new CommandError(16702, `PlanExecutor error during aggregation :: caused by :: ${String(error)}`);
    }
  };
}

function operated(document: Document, operators: Document, now: Date, inserting = false): Document {
  if (!Object.keys(operators).some((key) => key.startsWith('$'))) return { _id: document['_id'], ...operators };
  const { $setOnInsert, $currentDate, ...others } = operators;
  const result = structured(document);
  const set = {
    ...others['$set'],
    ...(inserting && $setOnInsert),
    ...Object.fromEntries(Object.keys($currentDate ?? {}).map((key) => [key, now])),
  };
  const rest = Object.fromEntries(Object.entries(others).filter(([key]) => key !== '$set'));
  for (const [operator, value] of Object.entries({ ...rest, ...(Object.keys(set).length > 0 && { $set: set }) })) {
    update(result, { [operator]: value } as Parameters<typeof update>[1], [], {}, { cloneMode: 'none' } as never);
  }
  return result;
}

/** A copy of the containers; the values in them are never changed in place. */
function structured<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structured) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, structured(part)])) as T;
}
