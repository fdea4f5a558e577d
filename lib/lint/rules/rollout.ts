import type { Rule } from '../rule';

/** The Rollout itself: what the controller would refuse, one error at a time, or accept and get wrong. */
export const rolloutRules: readonly Rule[] = [
  {
    id: 'R01',
    name: 'one-strategy',
    holds: 'a Rollout has exactly one of blueGreen and canary',
    otherwise: 'The controller marks the Rollout as invalid and does nothing.',
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
    otherwise: 'The controller marks the Rollout as invalid and does nothing.',
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
    id: 'R04',
    name: 'workload-ref',
    holds: 'workloadRef stands alone and names a Deployment, ReplicaSet or PodTemplate that exists',
    otherwise: 'The controller marks the Rollout as invalid, or waits for the workload for ever.',
    fix: 'drop template or workloadRef, and name an existing workload',
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
      -   workloadRef: { apiVersion: apps/v1, kind: Service, name: myapp }
      +   workloadRef: { apiVersion: apps/v1, kind: Deployment, name: myapp }
        ---
        kind: Deployment
        metadata: { name: myapp }`,
  },
  {
    id: 'R05',
    name: 'deadline-numbers',
    holds:
      'replicas, minReadySeconds, revisionHistoryLimit and progressDeadlineSeconds are at least 0, and the deadline is above minReadySeconds',
    otherwise: 'The controller marks the Rollout as invalid and does nothing.',
    fix: 'raise the deadline above minReadySeconds',
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      const spec = root.get('spec');
      for (const name of ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds']) {
        const at = spec.get(name);
        if ((at.number ?? 0) < 0) report(at, at.short, { fix: 'use 0 or more' });
      }
      const deadline = spec.get('progressDeadlineSeconds');
      const ready = spec.get('minReadySeconds').number ?? 0;
      if (ready >= 0 && (deadline.number ?? 600) >= 0 && (deadline.number ?? 600) <= ready)
        report(deadline, `deadline ${deadline.number ?? 600} and minReadySeconds ${ready}`);
    },
    example: `
        kind: Rollout
        spec:
          minReadySeconds: 30
      -   progressDeadlineSeconds: 30
      +   progressDeadlineSeconds: 600`,
  },
];
