import type { At } from '../at';
import { containersOf, type Workload } from '../pods';
import { rolloutOf } from '../rollout-view';
import type { Report, Rule } from '../rule';
import { quantity } from '../text';
import { invalid } from './words';

/** The Rollout itself: what the controller refuses, one error at a time. */
export const rolloutRules: readonly Rule[] = [
  {
    id: 'R01',
    name: 'one-strategy',
    holds: 'a Rollout has exactly one of blueGreen and canary',
    otherwise: invalid,
    fix: 'keep one strategy',
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      const strategy = root.get('spec', 'strategy');
      const given = ['blueGreen', 'canary'].filter((name) => strategy.has(name));
      if (given.length !== 1) report(strategy, given.length === 0 ? 'neither' : 'both');
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary: { steps: [{ setWeight: 20 }] }
      -     blueGreen: { activeService: myapp }`,
  },
  {
    id: 'R02',
    name: 'selector-required',
    holds: 'a Rollout without workloadRef selects its pods by at least one label',
    otherwise: invalid,
    fix: "select the app's own labels, such as app: myapp",
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      const selector = root.get('spec', 'selector');
      const empty = selector.get('matchLabels').keys.length === 0 && selector.get('matchExpressions').list().length === 0;
      if (!root.get('spec').has('workloadRef') && empty) report(selector, 'an empty selector');
    },
    example: `
        kind: Rollout
        spec:
      -   selector: {}
      +   selector: { matchLabels: { app: myapp } }`,
  },
  {
    id: 'R03',
    name: 'template-valid',
    holds: 'the pod template carries the labels of the selector and is a valid pod',
    otherwise: invalid,
    fix: 'correct the template',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { spec, workload } = rolloutOf(item, references);
      if (!workload?.template.given) {
        if (!spec.has('workloadRef')) report(spec.get('template'), 'no template', { fix: 'add the pod template' });
        return;
      }
      for (const [name, value] of Object.entries(spec.get('selector', 'matchLabels').texts)) {
        if (workload.labels[name] !== value) {
          const fix = `add ${name}: ${value} to the labels of the template`;
          report(workload.template.get('metadata', 'labels', name), `selector ${name}=${value}, which is not on the pod`, { fix });
        }
      }
      checkPod(workload, report);
    },
    example: `
        kind: Rollout
        spec:
          selector: { matchLabels: { app: myapp } }
          template:
      -     metadata: { labels: { app: my-app } }
      +     metadata: { labels: { app: myapp } }
            spec: { containers: [{ name: app, image: myapp }] }`,
  },
  {
    id: 'R04',
    name: 'workload-ref',
    holds: 'workloadRef stands alone and names a Deployment, ReplicaSet or PodTemplate that exists',
    otherwise: 'The controller marks the Rollout as invalid, or waits for the workload for ever.',
    fix: 'name an existing workload',
    on: ['Rollout'],
    check: ({ root, namespace }, references, report) => {
      const reference = root.get('spec', 'workloadRef');
      if (!reference.given) return;
      if (root.get('spec').has('template')) report(reference, 'template and workloadRef', { fix: 'drop one of them' });
      const [kind, name] = [reference.get('kind').text ?? '', reference.get('name').text ?? ''];
      if (!['Deployment', 'ReplicaSet', 'PodTemplate'].includes(kind)) report(reference.get('kind'), reference.get('kind').short);
      else if (!references.exists(kind, namespace, name)) report(reference.get('name'), `${kind} ${name}, which does not exist`);
    },
    example: `
        kind: Rollout
        spec:
      -   workloadRef: { apiVersion: apps/v1, kind: Deployment, name: my-app }
      +   workloadRef: { apiVersion: apps/v1, kind: Deployment, name: myapp }
        ---
        kind: Deployment
        metadata: { name: myapp }`,
  },
  {
    id: 'R05',
    name: 'deadline-numbers',
    holds: 'replicas, seconds and the history limit are at least 0, and progressDeadlineSeconds is above minReadySeconds',
    otherwise: invalid,
    fix: 'raise the deadline',
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      const spec = root.get('spec');
      for (const name of ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds']) {
        if ((spec.get(name).number ?? 0) < 0) report(spec.get(name), spec.get(name).short, { fix: 'use 0 or more' });
      }
      const deadline = spec.get('progressDeadlineSeconds');
      const [limit, ready] = [deadline.number ?? 600, spec.get('minReadySeconds').number ?? 0];
      if (ready >= 0 && limit >= 0 && limit <= ready) report(deadline, `deadline ${limit} and minReadySeconds ${ready}`);
    },
    example: `
        kind: Rollout
        spec:
          minReadySeconds: 30
      -   progressDeadlineSeconds: 30
      +   progressDeadlineSeconds: 600`,
  },
  {
    id: 'R07',
    name: 'history-covers-delay',
    holds: 'revisionHistoryLimit is at least scaleDownDelayRevisionLimit of a blue/green strategy',
    otherwise: invalid,
    fix: 'raise revisionHistoryLimit',
    on: ['Rollout'],
    check: ({ root }, _, report) => historyCovers(root.get('spec'), 'blueGreen', report),
    example: `
        kind: Rollout
        spec:
      -   revisionHistoryLimit: 2
      +   revisionHistoryLimit: 5
          strategy: { blueGreen: { activeService: myapp, scaleDownDelayRevisionLimit: 3 } }`,
  },
  {
    id: 'X33',
    name: 'history-covers-rollback',
    holds: 'revisionHistoryLimit is at least rollbackWindow.revisions and scaleDownDelayRevisionLimit of a canary',
    otherwise: 'A revision that should come back at once is gone from the history: the roll back runs all steps again.',
    fix: 'raise revisionHistoryLimit',
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      const spec = root.get('spec');
      historyCovers(spec, 'canary', report);
      const [limit, window] = [spec.get('revisionHistoryLimit').number ?? 10, spec.get('rollbackWindow', 'revisions').number ?? 0];
      if (window > 0 && limit < window) report(spec.get('revisionHistoryLimit'), `history ${limit} below a window of ${window}`);
    },
    example: `
        kind: Rollout
        spec:
          rollbackWindow: { revisions: 3 }
      -   revisionHistoryLimit: 2
      +   revisionHistoryLimit: 5`,
  },
  {
    id: 'R08',
    name: 'anti-affinity',
    holds: 'antiAffinity has exactly one form, and a preferred one has a weight from 1 to 100',
    otherwise: invalid,
    fix: 'keep one form with a weight from 1 to 100',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary, blueGreen } = rolloutOf(item, references);
      for (const at of [canary.get('antiAffinity'), blueGreen.get('antiAffinity')].filter(({ given }) => given)) {
        if (at.keys.length !== 1) report(at, `${at.keys.length} forms`);
        const preferred = at.get('preferredDuringSchedulingIgnoredDuringExecution');
        const weight = preferred.get('weight');
        if (preferred.given && !((weight.number ?? 0) >= 1 && (weight.number ?? 0) <= 100)) report(weight, `weight ${weight.short}`);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              antiAffinity:
      -         preferredDuringSchedulingIgnoredDuringExecution: { weight: 0 }
      +         preferredDuringSchedulingIgnoredDuringExecution: { weight: 100 }`,
  },
  {
    id: 'R09',
    name: 'surge',
    holds: 'a canary without traffic routing may go above or below its replicas',
    otherwise: `${invalid} No pod could ever be replaced.`,
    fix: 'raise maxSurge or maxUnavailable above 0',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary, routed } = rolloutOf(item, references);
      const isZero = (at: At) => at.value === 0 || at.value === '0' || at.value === '0%';
      if (!routed && isZero(canary.get('maxSurge')) && isZero(canary.get('maxUnavailable'))) {
        report(canary.get('maxSurge'), 'maxSurge 0 and maxUnavailable 0');
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
      -     canary: { maxSurge: 0, maxUnavailable: 0 }
      +     canary: { maxSurge: 1, maxUnavailable: 0 }`,
  },
  {
    id: 'R13',
    name: 'scale-down-delay-routed',
    holds: 'scaleDownDelaySeconds and dynamicStableScale of a canary need trafficRouting and exclude each other',
    otherwise: invalid,
    fix: 'add trafficRouting or drop the field',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary, routed } = rolloutOf(item, references);
      const delay = canary.get('scaleDownDelaySeconds');
      const dynamic = canary.get('dynamicStableScale');
      if (!routed && delay.given) report(delay, 'no traffic routing');
      if (!routed && dynamic.value === true) report(dynamic, 'no traffic routing');
      if (dynamic.value === true && delay.given) report(delay, 'both', { fix: 'drop one of them' });
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              scaleDownDelaySeconds: 60
      -       steps: [{ setWeight: 20 }]
      +       trafficRouting: { istio: { virtualService: { name: myapp } } }`,
  },
];

function historyCovers(spec: At, strategy: 'blueGreen' | 'canary', report: Report): void {
  const limit = spec.get('revisionHistoryLimit').number ?? 10;
  const delayed = spec.get('strategy', strategy, 'scaleDownDelayRevisionLimit').number ?? 0;
  if (delayed > 0 && limit < delayed) report(spec.get('revisionHistoryLimit'), `history ${limit} below ${delayed}`);
}

/** The faults of a pod that the controller's validation finds most often; the API server knows them all. */
function checkPod({ pod }: Workload, report: Report): void {
  const policy = pod.get('restartPolicy');
  if (policy.given && policy.value !== 'Always') report(policy, policy.short, { fix: 'use Always, or leave it out' });
  if (pod.get('containers').list().length === 0) report(pod.get('containers'), 'no container', { fix: 'add a container' });
  const volumes = new Set(
    pod
      .get('volumes')
      .list()
      .map((volume) => volume.get('name').value),
  );
  const names = new Set<unknown>();
  for (const container of containersOf(pod)) {
    for (const field of ['name', 'image']) if (!container.get(field).text) report(container.get(field), `a container without ${field}`);
    if (names.has(container.get('name').value)) report(container.get('name'), `a second container ${container.get('name').short}`);
    names.add(container.get('name').value);
    for (const port of container.get('ports').list()) {
      const number = port.get('containerPort');
      if (!(Number.isInteger(number.value) && Number(number.value) >= 1 && Number(number.value) <= 65_535))
        report(number, `port ${number.short}`);
    }
    for (const mount of container.get('volumeMounts').list()) {
      if (!volumes.has(mount.get('name').value))
        report(mount.get('name'), `a mount of volume ${mount.get('name').short}, which the pod does not have`);
    }
    checkResources(container.get('resources'), report);
  }
}

function checkResources(resources: At, report: Report): void {
  for (const limit of resources.get('limits').fields())
    if (quantity(limit.value) === undefined) report(limit, `${limit.short}, which is no quantity`);
  for (const request of resources.get('requests').fields()) {
    const limit = resources.get('limits', request.key);
    const [asked, most] = [quantity(request.value), quantity(limit.value)];
    if (asked === undefined) report(request, `${request.short}, which is no quantity`);
    else if (most !== undefined && asked > most) report(request, `a request of ${request.short} above the limit of ${limit.short}`);
  }
}
