import { sep } from 'node:path';
import type { IConstruct } from 'constructs';

/**
 * Mistakes are collected, not thrown: one synth shows all of them, each with its construct and the line that wrote it.
 * A construct that rejects its input goes on with the nearest valid value, and nothing is written in the end.
 *
 * @param problem where in the props, what must hold, what came; and the way out
 */
export function reject(construct: IConstruct, problem: string | undefined): void {
  if (problem !== undefined) construct.node.addValidation({ validate: () => [problem] });
}

const origins = new WeakMap<IConstruct, Error>();

/**
 * An id that is free in a scope. A name given twice is an error that cdk8s throws; here it is reported with all others,
 * by `remember`.
 */
export function freeId(scope: IConstruct, id: string): string {
  const taken = scope.node.tryFindChild(id || unnamed) !== undefined;
  return taken ? freeId(scope, `${id || unnamed}${again}`) : id || unnamed;
}

const unnamed = '(no name)';
const again = ' (again)';

/** Remembers the line that creates a construct. Called first in the constructor of every construct that users write. */
export function remember(construct: IConstruct): void {
  origins.set(construct, new Error('origin'));
  const { id, scope } = construct.node;
  if (!id.endsWith(again)) return;
  const first = scope?.node.tryFindChild(id.replaceAll(again, ''));
  reject(construct, `id: a name is used once, and ${first && writtenAt(first)} has it already; choose another`);
}

/** `main.ts:17` of the construct or of the nearest one around it, as the user wrote it; undefined when nobody remembered. */
export function writtenAt(construct: IConstruct): string | undefined {
  const owner = [...construct.node.scopes].reverse().find((scope) => origins.has(scope));
  const stack = owner && origins.get(owner)?.stack;
  const frames = stack?.split('\n').slice(1) ?? [];
  // The first frame that is neither ours nor a library's is the user's.
  const frame = frames.find((line) => !line.includes(`${__dirname}${sep}`) && !/[\\/]node_modules[\\/]|node:internal/.test(line));
  return frame?.match(/([^\\/(]+\.[cm]?[tj]s:\d+)/)?.[1];
}

/** All mistakes of a synth in one message; nothing was written. */
export class SynthError extends Error {
  override readonly name = 'SynthError';

  static of(problems: readonly string[]): SynthError {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return new SynthError(`${count}, nothing was written:\n\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`);
  }
}
