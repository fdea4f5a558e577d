import { acknowledges } from '../annotations';
import type { At } from '../at';
import { configOf } from '../pod-references';
import { containersOf, podsOf } from '../pods';
import { previousItems, previousOf } from '../previous';
import type { References } from '../references';
import { autoscalers, rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { siblingsOf } from '../sides';
import { endsInHash } from '../text';
import type { Kind } from '../types';

/** Kinds that make pods. */
export const podKinds: readonly Kind[] = ['Rollout', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

/** Pods of a release: their number, their configuration, their end. */
export const workloadRules: readonly Rule[] = [
  {
    id: 'X30',
    name: 'hpa-owns-replicas',
    holds: 'an autoscaler alone sets the replicas of its target, names it correctly and keeps at least 2',
    otherwise: 'Every sync resets the number of pods, under full load as well; with a wrong target nothing scales.',
    fix: 'omit spec.replicas of the target',
    on: ['HorizontalPodAutoscaler'],
    check: ({ root, namespace }, references, report) => {
      const target = root.get('spec', 'scaleTargetRef');
      const [kind, name] = [target.get('kind').text, target.get('name').text ?? ''];
      if (kind === 'Rollout' && target.get('apiVersion').text !== 'argoproj.io/v1alpha1')
        report(target.get('apiVersion'), target.get('apiVersion').short, { fix: 'write argoproj.io/v1alpha1' });
      const found =
        kind === 'Rollout' || kind === 'Deployment' || kind === 'StatefulSet' ? references.find(kind, namespace, name) : undefined;
      const isRollout = references.find('Rollout', namespace, name);
      if (kind === 'Deployment' && !found && isRollout)
        report(target.get('kind'), 'Deployment, but the target is a Rollout', {
          fix: 'write kind: Rollout, apiVersion: argoproj.io/v1alpha1',
        });
      const replicas = found?.root.get('spec', 'replicas');
      if (replicas?.given) report(replicas, `replicas ${replicas.short} beside the autoscaler`);
      const least = root.get('spec', 'minReplicas');
      if ((least.number ?? 1) < 2)
        report(least, `minReplicas ${least.number ?? 1}`, { fix: 'keep 2 or more: one pod is an outage at every drain', practice: true });
    },
    example: `
        kind: HorizontalPodAutoscaler
        spec:
          minReplicas: 3
          scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: myapp }
        ---
        kind: Rollout
        metadata: { name: myapp }
        spec:
      -   replicas: 3
          minReadySeconds: 30`,
  },
  {
    id: 'X31',
    name: 'pdb-selector',
    holds: 'a PodDisruptionBudget selects pods without their hash and lets at least one of them go',
    otherwise: 'It protects a revision that is gone, or blocks every drain of a node.',
    fix: 'use maxUnavailable: 1',
    on: ['PodDisruptionBudget'],
    check: ({ root, namespace }, references, report) => {
      const spec = root.get('spec');
      for (const label of spec.get('selector', 'matchLabels').fields()) {
        if (['rollouts-pod-template-hash', 'pod-template-hash'].includes(String(label.key)))
          report(label, String(label.key), { fix: 'remove the label' });
      }
      const [least, most] = [spec.get('minAvailable'), spec.get('maxUnavailable')];
      if (most.value === 0 || most.value === '0%') report(most, most.short);
      if (least.value === '100%') report(least, least.short);
      const selected = podsOf(references).selected(namespace, spec.get('selector', 'matchLabels').texts);
      const replicas = selected.map(({ item }) =>
        replicasOf(item.root, 'least', references, `${item.kind}/${item.namespace}/${item.name}`),
      );
      const all = replicas.reduce((sum: number, one) => sum + (one ?? Number.POSITIVE_INFINITY), 0);
      if (selected.length > 0 && (least.number ?? 0) >= all && all > 0) report(least, `${least.number} of ${all} pods`);
    },
    example: `
        kind: PodDisruptionBudget
      - spec: { minAvailable: 3, selector: { matchLabels: { app: myapp } } }
      + spec: { maxUnavailable: 1, selector: { matchLabels: { app: myapp } } }
        ---
        kind: Deployment
        spec: { replicas: 3, template: { metadata: { labels: { app: myapp } } } }`,
  },
  {
    id: 'X32',
    name: 'config-not-versioned',
    practice: true,
    holds:
      'the pods of a Rollout read ConfigMaps and Secrets that are named by their content, or credentials acknowledged as rotated-credentials',
    otherwise: 'The old pods read the new values: a roll back brings back the code, not the configuration.',
    fix: 'end the name in a hash of the content, and keep the previous one',
    on: ['Rollout'],
    check: (item, references, report) => {
      const pod = rolloutOf(item, references).workload?.pod;
      if (!pod || acknowledges(item, 'rotated-credentials')) return;
      const seen = new Set<string>();
      for (const { kind, at, name } of configOf(pod)) {
        if (seen.has(`${kind}/${name}`) || endsInHash(name)) continue;
        seen.add(`${kind}/${name}`);
        const inside = references.find(kind, item.namespace, name) !== undefined;
        report(at, `${kind} ${name}`, inside ? {} : { severity: 'warning' });
      }
      // Pods of the previous version start again as long as it may come back.
      const before = previousOf(item, references);
      for (const { kind, name } of before ? configOf(before.root.get('spec', 'template', 'spec')) : [])
        if (previousItems(references).has(`${kind}/${item.namespace}/${name}`) && !references.exists(kind, item.namespace, name))
          report(item.root.get('spec', 'template'), `${kind} ${name} gone, which the previous version reads`, {
            fix: 'keep it for one more release',
          });
    },
    example: `
        kind: Rollout
        spec:
          template:
            spec:
              containers:
                - name: app
      -           envFrom: [{ configMapRef: { name: settings } }]
      +           envFrom: [{ configMapRef: { name: settings-5h8g2k9d4t } }]
        ---
        kind: ConfigMap
      - metadata: { name: settings }
      + metadata: { name: settings-5h8g2k9d4t }`,
  },
  {
    id: 'X35',
    name: 'no-drain',
    practice: true,
    holds: 'a released pod has a readiness probe, a preStop hook shorter than its grace period, and minReadySeconds above 0',
    otherwise: 'SIGTERM comes while requests still arrive: every switch costs a few 502.',
    fix: 'add preStop: { sleep: { seconds: 10 } }, and a grace period above it',
    on: ['Rollout', 'Deployment'],
    check: (item, references, report) => {
      const workload = podsOf(references).get(item);
      if (!workload?.pod.given || (item.kind === 'Deployment' && siblingsOf(workload, references).length === 0)) return;
      const [container] = workload.pod.get('containers').list();
      if (container && !container.has('readinessProbe'))
        report(container.get('readinessProbe'), 'no readiness probe', { fix: 'add a readiness probe' });
      const stop = container?.get('lifecycle', 'preStop');
      if (stop && !stop.given) report(stop, 'no preStop hook');
      const grace = workload.pod.get('terminationGracePeriodSeconds');
      const drain = stop ? sleepOf(stop) : undefined;
      if (drain !== undefined && (grace.number ?? 30) <= drain)
        report(grace, `${grace.number ?? 30} s for a preStop of ${drain} s`, { fix: 'raise the grace period' });
      const ready = item.root.get('spec', 'minReadySeconds');
      if ((ready.number ?? 0) <= 0) report(ready, ready.short, { fix: 'set minReadySeconds: 30' });
    },
    example: `
        kind: Rollout
        spec:
          minReadySeconds: 30
          template:
            spec:
              containers:
                - name: app
                  readinessProbe: { httpGet: { path: /ready, port: 3000 } }
      +           lifecycle: { preStop: { sleep: { seconds: 10 } } }`,
  },
  {
    id: 'Y02',
    name: 'role-template-parity',
    holds: 'the sides of a release come from one pod template: the same probes, resources, ports, account and Secrets',
    otherwise: 'The release compares two different programs: a canary without probes is ready at once, one without metrics is never seen.',
    fix: 'make both from one template',
    on: ['Deployment'],
    check: (item, references, report) => {
      const mine = podsOf(references).get(item);
      const [first] = mine ? siblingsOf(mine, references) : [];
      if (!mine || !first || first === mine) return;
      const [a, b] = [first.pod.get('containers', 0), mine.pod.get('containers', 0)];
      const compared: readonly (readonly [At, At])[] = [
        ...['readinessProbe', 'livenessProbe', 'startupProbe', 'resources', 'ports'].map((field) => [a.get(field), b.get(field)] as const),
        [first.pod.get('serviceAccountName'), mine.pod.get('serviceAccountName')],
      ];
      const differs = (x: unknown, y: unknown) => JSON.stringify(x ?? null) !== JSON.stringify(y ?? null);
      for (const [theirs, ours] of compared) {
        // Whichever side lacks it is at fault.
        if (differs(theirs.value, ours.value))
          report(theirs.given ? ours : theirs, `${ours.short} in ${item.name}, ${theirs.short} in ${first.item.name}`);
      }
      const [theirs, ours] = [first, mine].map(({ pod }) => configOf(pod).map(({ kind, name, key }) => `${kind} ${name}/${key ?? ''}`));
      if (differs([...new Set(theirs)].sort(), [...new Set(ours)].sort()))
        report(b.get('env'), `other Secrets and ConfigMaps than ${first.item.name}`);
    },
    example: `
        kind: Deployment
        metadata: { name: stable }
        spec:
          template:
            metadata: { labels: { app: catalog, track: stable } }
            spec: { containers: [{ name: app, readinessProbe: { httpGet: { path: /ready, port: 3000 } } }] }
        ---
        kind: Deployment
        metadata: { name: canary }
        spec:
          template:
            metadata: { labels: { app: catalog, track: canary } }
      -     spec: { containers: [{ name: app }] }
      +     spec: { containers: [{ name: app, readinessProbe: { httpGet: { path: /ready, port: 3000 } } }] }`,
  },
  {
    id: 'Y13',
    name: 'tag-not-digest',
    severity: 'warning',
    holds: 'an image is named by digest, and pulled IfNotPresent then',
    otherwise: 'The same manifest runs other code tomorrow, and a roll back may pull other bits.',
    fix: 'write name@sha256:..., with imagePullPolicy: IfNotPresent',
    on: podKinds,
    check: (item, references, report) => {
      for (const container of containersOf(podsOf(references).get(item)?.pod ?? item.root.get('spec', 'template', 'spec'))) {
        const image = container.get('image');
        const pinned = image.text?.includes('@sha256:') ?? false;
        if (image.text && !pinned) report(image, image.text);
        if (pinned && container.get('imagePullPolicy').value === 'Always')
          report(container.get('imagePullPolicy'), 'Always for a digest', { fix: 'write IfNotPresent' });
      }
    },
    example: `
        kind: Deployment
        spec:
          template:
            spec:
              containers:
      -         - { name: app, image: 'registry.example.com/myapp:latest' }
      +         - { name: app, image: 'registry.example.com/myapp@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945' }`,
  },
];

/** Seconds that a preStop hook sleeps. */
function sleepOf(stop: At): number | undefined {
  const native = stop.get('sleep', 'seconds').number;
  if (native !== undefined) return native;
  const text = stop
    .get('exec', 'command')
    .list()
    .map((word) => word.text ?? '')
    .join(' ');
  const slept = /\bsleep (\d+)/.exec(text)?.[1];
  return slept === undefined ? undefined : Number(slept);
}

/** Fewest or most pods of a workload; undefined when nobody here says. */
export function replicasOf(root: At, which: 'least' | 'most', references: References, name: string): number | undefined {
  const autoscaler = autoscalers(references).get(name);
  if (autoscaler) return autoscaler.root.get('spec', which === 'least' ? 'minReplicas' : 'maxReplicas').number ?? 1;
  const replicas = root.get('spec', 'replicas');
  return replicas.given ? replicas.number : 1;
}
