/**
 * Synthesizes the reference releases and prints the CPU seconds of this process and what of them is the lint, its loading included, as JSON.
 * Started as cdk8s.yaml starts a synth, with CDK8S_OUTDIR beside the project.
 */
// The writer of manifests reads the patches that the lint looks into; a synth needs it anyway.
require('../../lib/yaml');
const linting = seconds(() => require('../../lib/lint/lint') as typeof import('../../lib/lint/lint'));
const { lint } = linting.gives;
let own = linting.took;
const loaded = require.cache[require.resolve('../../lib/lint/lint')];
if (!loaded) throw new Error('lib/lint/lint is not where this bench looks for it');
// Whoever takes the lint from now on gets the one that is timed.
loaded.exports = {
  lint: (...input: Parameters<typeof lint>) => {
    const { gives, took } = seconds(() => lint(...input));
    own += took;
    return gives;
  },
};
require('../../main');
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ synth: (user + system) / 1e6, lint: own }));

function seconds<T>(work: () => T): { readonly gives: T; readonly took: number } {
  const begin = process.cpuUsage();
  const gives = work();
  const used = process.cpuUsage(begin);
  return { gives, took: (used.user + used.system) / 1e6 };
}
