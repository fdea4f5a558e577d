import { acknowledges, annotation } from '../annotations';
import { fieldProblems, schemaKinds } from '../fields';
import { isSame, previousOf } from '../previous';
import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { templatesOf } from '../templates';
import { goDuration, nearest } from '../text';
import type { Kind } from '../types';
import { aOf } from './words';

/** Seconds between the end of a watch and the end of the old side: the controller needs a moment to act on a verdict. */
const margin = 60;

/** Fields of the Rollout that are accepted and then mean something else than was hoped for. */
export const rolloutTimingRules: readonly Rule[] = [
  {
    id: 'R43',
    name: 'required-fields',
    holds: 'every field that the schema requires is given, every value has the type of the schema, and no selector changes',
    otherwise: 'The API server rejects the object.',
    fix: 'give the field',
    on: [...schemaKinds, 'Deployment', 'StatefulSet', 'DaemonSet'],
    check: (item, references, report) => {
      const before = hasFixedSelector(item.kind) ? previousOf(item, references)?.root.get('spec', 'selector') : undefined;
      const selector = item.root.get('spec', 'selector');
      if (before && !isSame(selector, before))
        report(selector, `${selector.short}, before ${before.short}`, { fix: 'keep the selector: another one needs another name' });
      const { missing, mistyped } = fieldProblems(item);
      for (const at of missing) report(at, 'nothing', { fix: `give ${at.key}` });
      for (const { at, wanted } of mistyped) report(at, at.short, { fix: `write ${aOf(wanted)}` });
    },
    example: `
        kind: Rollout
        spec:
          strategy:
      -     blueGreen: { previewService: myapp-preview }
      +     blueGreen: { activeService: myapp, previewService: myapp-preview }`,
  },
  {
    id: 'X03',
    name: 'unknown-field',
    holds: 'every field exists in the schema at its place',
    otherwise: 'The API server drops the field without a word, and the release runs without it.',
    fix: 'remove the field, or move it to where it belongs',
    on: schemaKinds,
    check: (item, _, report) => {
      for (const { at, known } of fieldProblems(item).unknown) {
        const key = String(at.key);
        const near = nearest(key, known);
        const fix = elsewhere[key] ?? (near ? `write ${near}` : undefined);
        report(at, `${key}, which is no field there`, fix === undefined ? {} : { fix });
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              canaryService: canary
      -       stabelService: stable
      +       stableService: stable`,
  },
  {
    id: 'X15',
    name: 'auto-promotion-conflict',
    holds: 'autoPromotionSeconds is given only while autoPromotionEnabled is not false',
    otherwise: 'The seconds are ignored and the release waits for a person for ever.',
    fix: 'drop one of them',
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      const blueGreen = root.get('spec', 'strategy', 'blueGreen');
      const seconds = blueGreen.get('autoPromotionSeconds');
      if (blueGreen.get('autoPromotionEnabled').value === false && (seconds.number ?? 0) > 0)
        report(seconds, `${seconds.number} beside autoPromotionEnabled: false`);
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            blueGreen:
      -       autoPromotionEnabled: false
              autoPromotionSeconds: 60`,
  },
  {
    id: 'X16',
    name: 'old-side-outlives-watch',
    holds: 'the old side of a blue/green release stays at least as long as the post-promotion analysis and a minute more',
    otherwise: 'The watch finds the fault when there is nothing left to go back to.',
    fix: 'raise scaleDownDelaySeconds',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { blueGreen } = rolloutOf(item, references);
      const delay = blueGreen.get('scaleDownDelaySeconds');
      const watch = templatesOf(references).duration(blueGreen.get('postPromotionAnalysis'), item.namespace);
      // Without a delay of its own the controller holds the old side until the analysis ends.
      if (delay.number !== undefined && watch !== undefined && delay.number < watch + margin) {
        report(delay, `${delay.number} s for a watch of ${watch} s`, { fix: `raise it to ${watch + margin} or more` });
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            blueGreen:
      -       scaleDownDelaySeconds: 30
      +       scaleDownDelaySeconds: 86400
              postPromotionAnalysis: { templates: [{ templateName: watch }] }
        ---
        kind: AnalysisTemplate
        metadata: { name: watch }
        spec: { metrics: [{ name: errors, interval: 30s, count: 11 }] }`,
  },
  {
    id: 'X17',
    name: 'promotion-fits-deadline',
    severity: 'warning',
    holds: 'pre-promotion analysis and autoPromotionSeconds fit into progressDeadlineSeconds',
    otherwise:
      'The release may be aborted while it is still being tested. (Not confirmed for every version: the deadline stands still during an analysis.)',
    fix: 'shorten the analysis or raise the deadline',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { blueGreen, spec } = rolloutOf(item, references);
      const analysis = templatesOf(references).duration(blueGreen.get('prePromotionAnalysis'), item.namespace) ?? 0;
      const needed = analysis + (blueGreen.get('autoPromotionSeconds').number ?? 0);
      const limit = spec.get('progressDeadlineSeconds').number ?? 600;
      if (needed > limit) report(spec.get('progressDeadlineSeconds'), `${needed} s of ${limit} s`);
    },
    example: `
        kind: Rollout
        spec:
      -   progressDeadlineSeconds: 600
      +   progressDeadlineSeconds: 1200
          strategy: { blueGreen: { autoPromotionSeconds: 900 } }`,
  },
  {
    id: 'X34',
    name: 'name-lengths',
    holds: 'a Rollout has at most 40 characters, a metric at most 20, a label value at most 63',
    otherwise: 'Names of analysis runs and Jobs are cut: two metrics then share one Job, or the run cannot be created.',
    fix: 'shorten the name',
    on: ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate'],
    check: ({ root, kind, name }, _, report) => {
      if (kind === 'Rollout' && name.length > 40) report(root.get('metadata', 'name'), `${name.length} characters`);
      for (const metric of root.get('spec', 'metrics').list()) {
        const length = metric.get('name').text?.length ?? 0;
        if (length > 20) report(metric.get('name'), `${length} characters`);
      }
      for (const labels of [root.get('metadata', 'labels'), root.get('spec', 'template', 'metadata', 'labels')]) {
        for (const label of labels.fields()) if ((label.text?.length ?? 0) > 63) report(label, `${label.text?.length} characters`);
      }
    },
    example: `
        kind: AnalysisTemplate
        spec:
          metrics:
      -     - name: error-rate-of-the-canary-over-five-minutes
      +     - name: error-rate`,
  },
  {
    id: 'X36',
    name: 'reserved-label',
    holds: 'rollouts-pod-template-hash is set by the controller alone',
    otherwise: 'Both sides carry the same hash, and the Services select both.',
    fix: 'remove the label',
    on: ['Rollout'],
    check: ({ root }, _, report) => {
      for (const labels of [root.get('spec', 'template', 'metadata', 'labels'), root.get('spec', 'selector', 'matchLabels')]) {
        const label = labels.get('rollouts-pod-template-hash');
        if (label.given) report(label, label.short);
      }
    },
    example: `
        kind: Rollout
        spec:
          template:
      -     metadata: { labels: { app: myapp, rollouts-pod-template-hash: abc } }
      +     metadata: { labels: { app: myapp } }`,
  },
  {
    id: 'X40',
    name: 'dynamic-stable-not-instant',
    severity: 'warning',
    holds: 'the stable side keeps all its pods, or its shrinking is acknowledged as dynamic-stable',
    otherwise: 'An abort must first start pods of the stable version: it takes minutes instead of seconds.',
    fix: 'leave dynamicStableScale off, or acknowledge dynamic-stable',
    on: ['Rollout'],
    check: (item, references, report) => {
      const dynamic = rolloutOf(item, references).canary.get('dynamicStableScale');
      if (dynamic.value === true && !acknowledges(item, 'dynamic-stable')) report(dynamic, 'true');
    },
    example: `
        kind: Rollout
        spec:
          strategy:
      -     canary: { dynamicStableScale: true }
      +     canary: { dynamicStableScale: false }`,
  },
  {
    id: 'Y12',
    name: 'standby-too-short',
    holds: 'the old side of a blue/green release stays as long as the annotation bluecanary.dev/promise-keep promises',
    otherwise: 'Within the promised time a roll back finds no pods and is a whole new release.',
    fix: 'raise scaleDownDelaySeconds',
    on: ['Rollout'],
    check: (item, references, report) => {
      const {
        blueGreen,
        item: { annotations, root },
      } = rolloutOf(item, references);
      const text = annotations[annotation.promiseKeep];
      if (text === undefined) return;
      const promised = goDuration(text);
      if (promised === undefined)
        report(root.get('metadata', 'annotations', annotation.promiseKeep), `"${text}"`, { fix: 'write a duration such as 24h' });
      const delay = blueGreen.get('scaleDownDelaySeconds');
      const kept = delay.number ?? 30;
      if (blueGreen.given && promised !== undefined && kept < promised) report(delay, `${kept} s, promised ${text}`);
    },
    example: `
        kind: Rollout
        metadata: { annotations: { bluecanary.dev/promise-keep: 24h } }
        spec:
          strategy:
      -     blueGreen: { scaleDownDelaySeconds: 300 }
      +     blueGreen: { scaleDownDelaySeconds: 86400 }`,
  },
];

/** Kinds whose selector is immutable. */
function hasFixedSelector(kind: Kind): boolean {
  return kind === 'Rollout' || kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet';
}

const elsewhere: Readonly<Record<string, string>> = {
  replicaProgressThreshold: 'move it to the level of the strategy',
  secretKeyRef: 'move it to the args of the AnalysisTemplate: a Rollout cannot pass Secrets',
  ttlStrategy: 'it exists on AnalysisRuns only',
};
