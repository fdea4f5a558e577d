import { parseArgs } from 'node:util';

/** What a run is told on its command line. */
export interface Options {
  readonly kubeconfig: string;
  /** Names of scenarios, or parts of them. @default all */
  readonly only: readonly string[];
  /** Program of the Argo Rollouts controller, started beside the suite. @default the one of the cluster */
  readonly controller: string | undefined;
  /** Folders or files of CRDs that are applied where the cluster lacks them. */
  readonly crds: readonly string[];
  /** Scenarios that run at the same time. */
  readonly parallel: number;
  /** Where the results are written. */
  readonly results: string | undefined;
  /** Leaves the namespaces of failed scenarios, for a look at them. */
  readonly keep: boolean;
}

export const usage = `
npm run e2e -- --kubeconfig FILE [options]

It needs a cluster with Kubernetes 1.28 or newer, a user that may do everything in it, and
  --kubeconfig FILE         how to reach it
  --controller PATH         the Argo Rollouts controller (v1.9 or newer), started beside the suite;
                            without it the cluster's own, which must reach 127.0.0.1 of this machine
  --rollouts-crds PATH      folder or file of CRDs, applied where the cluster lacks them,
  --istio-crds PATH         and the same of Istio
  --monitoring-crds PATH    and of the Prometheus Operator
  --only NAME               only scenarios whose name contains it; may be given several times
  --parallel N              scenarios at a time (4)
  --results FILE            where to write the results (docs/e2e-results.md, on a run of all scenarios)
  --keep                    leave the namespaces of failed scenarios
and prometheus and kubectl in the path, or PROMETHEUS_BIN and KUBECTL. docs/e2e.md has the commands for kind and for a cluster of plain processes.
`.trim();

/** Reads the command line; text instead of options says what is wrong. */
export function readOptions(args: readonly string[]): Options | string {
  const string = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        kubeconfig: string,
        controller: string,
        'rollouts-crds': many,
        'istio-crds': many,
        'monitoring-crds': many,
        only: many,
        parallel: string,
        results: string,
        keep: { type: 'boolean' },
      },
    });
    if (values.kubeconfig === undefined) return '--kubeconfig is not given';
    const parallel = Number(values.parallel ?? '4');
    if (!Number.isInteger(parallel) || parallel < 1) return `--parallel: a whole number of at least 1, got "${values.parallel}"`;
    return {
      kubeconfig: values.kubeconfig,
      only: values.only ?? [],
      controller: values.controller,
      crds: [...(values['rollouts-crds'] ?? []), ...(values['istio-crds'] ?? []), ...(values['monitoring-crds'] ?? [])],
      parallel,
      results: values.results ?? (values.only === undefined ? 'docs/e2e-results.md' : undefined),
      keep: values.keep ?? false,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
