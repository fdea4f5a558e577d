/** Counts what of this process is the lint, its loading included; imported before anything that loads it. */
import type { LintObject, LintReport } from '../../lib/lint/types';

// The writer of manifests reads the patches that the lint looks into; a synth needs it anyway.
require('../../lib/yaml');
let { took: own } = seconds(() => require('../../lib/lint/lint'));
let objects = 0;
const { App } = require('../../lib/app') as typeof import('../../lib/app');
const prototype = App.prototype as unknown as { lint: (objects: readonly LintObject[]) => LintReport }; // protected: for this and for nobody else
const { lint } = prototype;
prototype.lint = function (all) {
  const { gives, took } = seconds(() => lint.call(this, all));
  own += took;
  objects += gives.objects;
  return gives;
};

/** What a process of a synth prints as JSON; CPU seconds, those of the runtime's own threads included. */
export interface Timed {
  readonly objects: number;
  /** Starting, constructing, rendering, linting and writing. */
  readonly synth: number;
  /** The lint alone, its loading included. */
  readonly lint: number;
}

export function print(): void {
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ objects, synth: (user + system) / 1e6, lint: own } satisfies Timed));
}

function seconds<T>(work: () => T): { readonly gives: T; readonly took: number } {
  const begin = process.cpuUsage();
  const gives = work();
  const { user, system } = process.cpuUsage(begin);
  return { gives, took: (user + system) / 1e6 };
}
