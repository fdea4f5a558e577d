import { duration } from './plan';
import type { Release } from './release';

/** What an operator types. */
export interface Commands {
  readonly deploy: readonly string[];
  readonly rollBack: readonly string[];
  readonly status: readonly string[];
  /** What surprises people, a sentence or two each. */
  readonly notes: readonly string[];
}

/** One documented command per thing that an operator does, by strategy and machinery. */
export function commandsOf(release: Release): Commands {
  const common = release.machinery === 'rollout' ? rolloutCommands(release) : deploymentCommands(release);
  const migrations = release.migrations.flatMap((id) => migrationCommands(release, id));
  return { ...common, deploy: [...migrations, ...common.deploy] };
}

function shell(...lines: readonly string[]): string[] {
  return ['```sh', ...lines, '```'];
}

function rolloutCommands(release: Release): Commands {
  const { name, namespace, timing } = release;
  const at = `${name} -n ${namespace}`;
  const canary = release.strategy === 'canary';
  const askAgain = `kubectl -n ${namespace} patch rollout ${name} --subresource=status --type=merge -p '{"status":{"pauseConditions":null}}'`;
  const stableHash = `$(kubectl -n ${namespace} get rollout ${name} -o jsonpath='{.status.stableRS}')`;
  const pointToStable = `kubectl -n ${namespace} patch service ${name} --type=merge -p '{"spec":{"selector":{"rollouts-pod-template-hash":"'${stableHash}'"}}}'`;
  return {
    deploy: [
      `Change the entry of \`${name}\` in \`images.yaml\`, synthesize, review and merge. The controller does the rest; this shows it:`,
      '',
      ...shell(
        'npm run synth && git diff --stat dist',
        `kubectl apply -f dist/${namespace}/${name}/`,
        `kubectl argo rollouts get rollout ${at} --watch`,
      ),
    ],
    rollBack: [
      'While the release runs:',
      '',
      ...shell(`kubectl argo rollouts abort ${at}`),
      '',
      canary
        ? 'Traffic goes back to stable at once: it kept all its pods. After a success, go back to the revision before (within the last three it skips the stages):'
        : `Before the switch production is untouched. After it, within ${duration(timing.keepPrevious)}, go back to the version that is still running:`,
      '',
      ...shell(
        `kubectl argo rollouts undo ${at}`,
        '# or to a revision that you name',
        `kubectl argo rollouts undo ${name} --to-revision=<revision> -n ${namespace}`,
      ),
      '',
      'Then revert the commit in Git: after an abort or an undo Git still asks for the new version, and the next sync would start it again.',
    ],
    status: shell(
      `kubectl argo rollouts status ${at} --timeout 60s`,
      `kubectl argo rollouts get rollout ${at}`,
      `kubectl -n ${namespace} get analysisruns --sort-by=.metadata.creationTimestamp | grep '^${name}-'`,
      `kubectl -n ${namespace} get pods -l app=${name} -L version,track,rollouts-pod-template-hash`,
    ),
    notes: [
      'Apply without `--server-side`: there a selector is one field, the controller wrote into it, and the second release is refused. Forced, the Services would select the pods of both versions.',
      'The very first deployment has no gate: while there is no stable version Argo Rollouts skips every analysis and step. Call the smoke-test paths by hand before you point users at it.',
      canary
        ? `An analysis that ends Inconclusive pauses the release and changes no traffic. Read its reason in the AnalysisRun. \`abort\` ends the release; \`promote\` skips the undecided stage and gives the next one its traffic; this asks the same stage again: \`${askAgain}\``
        : 'An analysis that ends Inconclusive pauses the release and changes no traffic. Read its reason in the AnalysisRun; then `promote` asks again, `abort` ends it.',
      'A pod in a crash loop that is ready for a moment in every round counts as progress: the deadline does not end such a release. It moves no traffic; `abort` ends it.',
      'A retry of the same revision after a failed analysis aborts at once until that AnalysisRun is deleted.',
      ...(canary
        ? [`Testers reach the canary with its header while the \`x-canary\` route exists; strip or authenticate the header at the edge.`]
        : [
            `After the switch an abort moves the traffic back only if the new pods are all available. If they crash, it does not, and up to Argo Rollouts 1.9 neither does \`undo\` or a revert in Git: abort, then point the Service to the stable version yourself: \`${pointToStable}\``,
            'While the watch runs, go back with `abort`: up to Argo Rollouts 1.9 `undo` or a revert in Git alone leaves the users on the new version.',
            `The first pods of a version that fails its smoke test stay for 10 minutes, to be looked at through the Service \`${name}-preview\`.`,
          ]),
    ],
  };
}

function deploymentCommands(release: Release): Commands {
  const { name, namespace, services } = release;
  const blueGreen = release.strategy === 'blue-green';
  const [fresh, settled] = blueGreen ? [services.fresh ?? name, services.settled ?? name] : [`${name}-canary`, `${name}-stable`];
  const apply = [`npm run synth && git diff dist/${namespace}/${name}`, `kubectl apply -f dist/${namespace}/${name}/`];
  const wait = `kubectl -n ${namespace} rollout status deployment/${fresh} --timeout=600s`;
  // Through the Service of the side; port-forward works where a NetworkPolicy keeps the API server's proxy out.
  const smoke = [
    `kubectl -n ${namespace} port-forward service/${fresh} 8080:80 & sleep 2`,
    ...release.smokeTests.map((path) => `curl --fail --max-time 10 http://127.0.0.1:8080${path}`),
    'kill %1',
  ];
  return {
    deploy: blueGreen
      ? [
          `1. Give the standby colour its image and its pods (\`replicas\` of that colour in \`main.ts\`), apply, wait and test it:`,
          '',
          ...shell(...apply, wait, ...smoke),
          '',
          `2. Switch: change \`active\` in \`main.ts\`, apply, and watch it for ${duration(release.timing.watch)}:`,
          '',
          ...shell(...apply),
          '',
          '3. Keep the previous colour at full strength for 24 to 48 hours; then set its replicas to 0.',
        ]
      : [
          `1. Give the canary its image, apply, and watch it for ${duration(release.timing.watch)}:`,
          '',
          ...shell(...apply, wait),
          '',
          '2. Raise `weight` in `main.ts` step by step, with more canary pods first. At the end give stable the new image, and lower the weight when it is available.',
        ],
    rollBack: blueGreen
      ? [
          'The previous colour must be at full strength before it gets the traffic. Revert the commit that changed `active`, then:',
          '',
          ...shell(
            `kubectl -n ${namespace} scale deployment/${fresh} --replicas=${release.replicas.min}`,
            `kubectl -n ${namespace} rollout status deployment/${fresh} --timeout=600s`,
            ...apply,
          ),
        ]
      : ['Set `weight: 0` in `main.ts` and apply; stable keeps all its pods:', '', ...shell(...apply)],
    status: shell(
      `kubectl -n ${namespace} get deployments,services -l app=${name}`,
      `kubectl -n ${namespace} get pods -l app=${name} -L version,track`,
      ...(blueGreen
        ? [`kubectl -n ${namespace} get service ${name} -o jsonpath='{.metadata.annotations.active-version}'`]
        : [`kubectl -n ${namespace} get virtualservice ${name}-canary -o yaml`]),
    ),
    notes: [
      `Nobody watches a plain Deployment: the alerts page, and a person acts. Only ${settled} has users that nobody asked.`,
      'Git decides: a change by hand is undone by the next sync.',
    ],
  };
}

function migrationCommands({ namespace }: Release, id: string): string[] {
  const folder = `dist/${namespace}/${id}`;
  const select = (phase: string) => `-l app=${id},bluecanary.dev/phase=${phase}`;
  return [
    `Without Argo CD or Flux, the schema first (\`${id}\`):`,
    '',
    ...shell(
      `kubectl apply -f ${folder}/ -l 'bluecanary.dev/phase notin (backup,expand,backfill,verify,contract)'`,
      `kubectl apply -f ${folder}/Job.${id}-backup.k8s.yaml && kubectl -n ${namespace} wait job ${select('backup')} --for=condition=complete --timeout=2h`,
      `kubectl apply -f ${folder}/Job.${id}-expand.k8s.yaml && kubectl -n ${namespace} wait job ${select('expand')} --for=condition=complete --timeout=30m`,
      `kubectl apply -f ${folder}/Job.${id}-backfill.k8s.yaml`,
    ),
    '',
    'Promotion waits until the drift is zero. When the previous version is gone for good, contract is a release of its own: approve it, then let its Job run.',
    '',
    ...shell(
      `kubectl apply -f ${folder}/Job.${id}-contract.k8s.yaml`,
      `kubectl -n ${namespace} get job ${select('contract')} -o name | xargs kubectl -n ${namespace} patch --type=merge -p '{"spec":{"suspend":false}}'`,
    ),
    '',
  ];
}
