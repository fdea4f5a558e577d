import { posix } from 'node:path';
import { duration } from './plan';
import type { Release } from './release';
import type { RunbookSection } from './runbook-section';

/** What an operator types. */
export interface Commands {
  readonly deploy: readonly string[];
  /** Steps of the migrations around the release, a section each. */
  readonly migrations: readonly RunbookSection[];
  readonly rollBack: readonly string[];
  readonly status: readonly string[];
  /** What surprises people, a sentence or two each. */
  readonly notes: readonly string[];
}

/** One documented command per thing that an operator does, by strategy and machinery. */
export function commandsOf(release: Release): Commands {
  const common = release.machinery === 'rollout' ? rolloutCommands(release) : deploymentCommands(release);
  const migrations = release.migrations.map((id) => migrationSection(release, id));
  const first = migrations.map(({ title }) => `[${title}](#${title.toLowerCase().replaceAll(' ', '-')})`).join(' and ');
  const order = `Argo CD and Flux run the migration around the release by themselves. By hand, begin with the first step of ${first}.`;
  return { ...common, deploy: [...(first ? [order, ''] : []), ...common.deploy], migrations };
}

function shell(...lines: readonly string[]): string[] {
  return ['```sh', ...lines, '```'];
}

function rolloutCommands(release: Release): Omit<Commands, 'migrations'> {
  const { name, namespace, folder, timing } = release;
  const at = `${name} -n ${namespace}`;
  const canary = release.strategy === 'canary';
  const askAgain = `kubectl -n ${namespace} patch rollout ${name} --subresource=status --type=merge -p '{"status":{"pauseConditions":null}}'`;
  const stableHash = `$(kubectl -n ${namespace} get rollout ${name} -o jsonpath='{.status.stableRS}')`;
  const pointToStable = `kubectl -n ${namespace} patch service ${name} --type=merge -p '{"spec":{"selector":{"rollouts-pod-template-hash":"'${stableHash}'"}}}'`;
  return {
    deploy: [
      'Change tag and digest of the image in `images.yaml`, synthesize, review and merge. The controller does the rest; this shows it:',
      '',
      ...shell(
        'npm run synth && git diff --stat dist',
        `kubectl apply -f dist/${folder}/`,
        `kubectl argo rollouts get rollout ${at} --watch`,
      ),
    ],
    rollBack: [
      canary ? 'While the release runs:' : 'While the release runs, before the switch or in the watch after it:',
      '',
      ...shell(`kubectl argo rollouts abort ${at}`),
      '',
      canary
        ? 'All traffic goes back to stable at once: it kept all its pods.'
        : 'Before the switch users notice nothing. After it they are back on the previous version at once, if all new pods are available.',
      '',
      ...(canary
        ? []
        : [
            'After the switch, when the new pods crash: the abort moves nothing, and up to Argo Rollouts 1.9 neither does `undo` or a revert in Git. Abort, then point the Service to the version that works:',
            '',
            ...shell(`kubectl argo rollouts abort ${at}`, pointToStable),
            '',
          ]),
      canary
        ? `After a release that went through, revert its commit. Within the last three revisions the way back skips the stages; after ${duration(timing.keepPrevious)} it starts the pods of the previous version first.`
        : `After a release that went through, revert its commit. Within ${duration(timing.keepPrevious)} the previous version still runs and gets the traffic at once.`,
      'Where nothing applies Git by itself, this does the same:',
      '',
      ...shell(
        `kubectl argo rollouts undo ${at}`,
        '# or to a revision that you name',
        `kubectl argo rollouts undo ${name} --to-revision=<revision> -n ${namespace}`,
      ),
      '',
      'After an abort or an undo Git still asks for the new version, and the next sync would start it again: revert the commit in any case.',
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
      ...(release.testers
        ? ['Testers reach the canary with its header while the `x-canary` route exists; strip or authenticate the header at the edge.']
        : []),
      ...(canary
        ? []
        : [
            'While the watch runs, go back with `abort`: up to Argo Rollouts 1.9 `undo` or a revert in Git alone leaves the users on the new version.',
            ...(release.smokeTests.length > 0
              ? [
                  `The first pods of a version that fails its smoke test stay for 10 minutes, to be looked at through the Service \`${name}-preview\`.`,
                ]
              : []),
          ]),
    ],
  };
}

function deploymentCommands(release: Release): Omit<Commands, 'migrations'> {
  const { name, namespace, folder, services, replicas, timing } = release;
  const blueGreen = release.strategy === 'blue-green';
  const [fresh, settled] = blueGreen ? [services.fresh ?? name, services.settled ?? name] : [`${name}-canary`, `${name}-stable`];
  const colour = fresh.slice(name.length + 1);
  const apply = [`npm run synth && git diff dist/${folder}`, `kubectl apply -f dist/${folder}/`];
  const wait = `kubectl -n ${namespace} rollout status deployment/${fresh} --timeout=600s`;
  // To a pod of the side; port-forward works where a NetworkPolicy keeps the API server's proxy out.
  const smoke = [
    `kubectl -n ${namespace} port-forward deployment/${fresh} 8080:http & sleep 2`,
    ...release.smokeTests.map((path) => `curl --fail --max-time 10 http://127.0.0.1:8080${path}`),
    'kill %1',
  ];
  return {
    deploy: blueGreen
      ? [
          `1. Give the standby its image (\`${colour}\`) and its pods (\`standbyReplicas: ${replicas.min}\` in \`main.ts\`), apply, wait and test it:`,
          '',
          ...shell(...apply, wait, ...smoke),
          '',
          `2. Switch: write \`active: '${colour}'\` in \`main.ts\` and nothing else, apply, and watch it for ${duration(timing.watch)}:`,
          '',
          ...shell(...apply),
          '',
          '3. After 24 to 48 hours take `standbyReplicas` out again. Until then the previous colour keeps all its pods.',
        ]
      : [
          `1. Give the canary its image, apply, wait and test it, and watch it for ${duration(timing.watch)}:`,
          '',
          ...shell(...apply, wait, ...smoke),
          '',
          '2. Raise `weight` in `main.ts` step by step, each time with the canary pods for it first.',
          '3. At the end give stable the new image and apply; when it is available, set `weight: 0` and the canary back to its usual pods.',
        ],
    rollBack: blueGreen
      ? [
          `While the previous colour still has its pods (\`standbyReplicas\`), revert the commit that changed \`active\`; whoever applies Git does the rest, or:`,
          '',
          ...shell(...apply),
          '',
          `When its pods are gone, they come back first: \`standbyReplicas: ${replicas.min}\`, apply, wait for ${fresh}, and only then change \`active\`:`,
          '',
          ...shell(...apply, wait),
        ]
      : ['Set `weight: 0` in `main.ts` and apply; stable keeps all its pods:', '', ...shell(...apply)],
    status: shell(
      `kubectl -n ${namespace} get deployments,services -l app=${name}`,
      `kubectl -n ${namespace} get pods -l app=${name} -L version,track`,
      ...(blueGreen
        ? [`kubectl -n ${namespace} get service ${name} -o jsonpath='{.metadata.annotations.active-version}'`]
        : [`kubectl -n ${namespace} get virtualservice ${name}-canary -o jsonpath='{.spec.http[*].route[*].weight}'`]),
    ),
    notes: [
      `Nobody watches a plain Deployment: the alerts page, and a person acts.`,
      `${settled} has the users now; a change of its image reaches them pod by pod, without any test before.`,
      'Git decides: a change by hand is undone by the next sync.',
    ],
  };
}

function migrationSection({ namespace, folder: beside, backsUp = false, catchesUp = false }: Release, id: string): RunbookSection {
  const folder = `dist/${posix.dirname(beside)}/${id}`;
  const file = (phase: string) => `${folder}/Job.${id}-${phase}.k8s.yaml`;
  const tailer = `${folder}/Deployment.${id}-catchup.k8s.yaml`;
  const run = (phase: string, limit: string) =>
    `kubectl apply -f ${file(phase)} && kubectl wait -f ${file(phase)} --for=condition=complete --timeout=${limit}`;
  const again = `${id}-backup-before-contract`;
  // No Job backs up: whoever does leaves the evidence that expand and contract ask for.
  const recorded = `npx bluecanary migrate backup ${id} --method <atlas, pbm, volumeSnapshot or mongodump> --location <where it is>`;
  const text = [
    `1. Before the release; ${backsUp ? 'Argo CD and Flux do this' : 'back up first. After the backup is recorded Argo CD and Flux do the rest'} by themselves:`,
    '',
    ...shell(
      `kubectl apply -f ${folder}/ -l 'bluecanary.dev/phase notin (backup,expand,backfill,verify,contract${catchesUp ? ',catchup' : ''})'`,
      backsUp ? run('backup', '2h') : recorded,
      run('expand', '30m'),
      `kubectl apply -f ${file('backfill')}${catchesUp ? ` -f ${tailer}` : ''}`,
    ),
    '',
    '2. The release. It waits before its promotion until no document is left to migrate.',
    '',
    ...(catchesUp
      ? [
          `Up to the switch the pod of \`${id}-catchup\` mends what the previous version writes; what it does, and why it waits:`,
          '',
          ...shell(`kubectl -n ${namespace} logs deployment/${id}-catchup --tail=20`),
          '',
        ]
      : []),
    '3. After the release; Argo CD and Flux do this by themselves:',
    '',
    ...shell(run('verify', '30m')),
    '',
    'The rest are decisions of people, made when nobody will go back to the previous version any more.',
    "`npx bluecanary migrate` reads `MONGODB_URI`, the connection string of the migration's user, which names the database.",
    '',
    '4. Make the new fields the ones that count. Until contract the way back is `npx bluecanary migrate down`, which loses nothing:',
    '',
    ...shell(
      `npx bluecanary migrate status ${id}`,
      `npx bluecanary migrate gone ${id} --by <your name> --reason '<how you know that the previous version writes no more>'`,
      `npx bluecanary migrate switch ${id} --by <your name>`,
    ),
    '',
    '5. A day later (or what the declaration says under `gates.drained`), approve that the old fields go:',
    '',
    ...shell(`npx bluecanary migrate approve ${id} --by <your name> --reason '<why nobody needs them>'`),
    '',
    `6. Back up again, ${backsUp ? 'into a file of its own, ' : ''}and let contract run within the hour. From there only this backup leads back; contract says every reason that speaks against it and then changes nothing:`,
    '',
    ...shell(
      ...(backsUp
        ? [
            `sed 's/^  name: ${id}-backup-.*/  name: ${again}/' ${file('backup')} | kubectl apply -f -`,
            `kubectl -n ${namespace} wait job/${again} --for=condition=complete --timeout=2h`,
          ]
        : [recorded]),
      `kubectl apply -f ${file('contract')}`,
      `kubectl patch -f ${file('contract')} --type=merge -p '{"spec":{"suspend":false}}'`,
      `kubectl wait -f ${file('contract')} --for=condition=complete --timeout=30m || kubectl -n ${namespace} logs -l app=${id},bluecanary.dev/phase=contract --tail=50`,
    ),
    ...(catchesUp
      ? [
          '',
          `7. When contract is done, take \`catchUp\` out of \`main.ts\`; the pod only waits since the switch. Argo CD and Flux remove it then; by hand:`,
          '',
          ...shell(`kubectl -n ${namespace} delete deployment ${id}-catchup`),
        ]
      : []),
  ];
  return { title: `Migration ${id}`, text: text.join('\n') };
}
