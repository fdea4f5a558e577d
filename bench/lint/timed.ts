/** Counts what of this process is the lint, its loading included; imported before anything that loads it. */

// The writer of manifests reads the patches that the lint looks into; a synth needs it anyway.
require('../../lib/yaml');
const loading = seconds(() => require('../../lib/lint/lint') as typeof import('../../lib/lint/lint'));
const { lint } = loading.gives;
let own = loading.took;
let objects = 0;
const loaded = require.cache[require.resolve('../../lib/lint/lint')];
if (!loaded) throw new Error('lib/lint/lint is not where this bench looks for it');
// Whoever takes the lint from now on gets the one that is timed.
loaded.exports = {
  lint: (...input: Parameters<typeof lint>) => {
    const { gives, took } = seconds(() => lint(...input));
    own += took;
    objects += gives.objects;
    return gives;
  },
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
