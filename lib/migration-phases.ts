import { k8s } from 'cdk8s-plus-28';
import type { SecretKey } from './app-props';
import { Image } from './image';
import { label } from './labels';

/** A dump of the database before its first change. */
export interface BackupProps {
  /** Image with `mongodump`, pinned. */
  readonly image: string | Image;
  /** PersistentVolumeClaim that keeps the dumps. */
  readonly claim: string;
}

/** A step of a migration that a Job carries out, or the tailer beside them. */
export interface Phase {
  readonly name: 'backup' | 'expand' | 'backfill' | 'verify' | 'contract' | 'catchup';
  /** Annotations that put it in its place, by who orders the Jobs. */
  readonly order: {
    readonly 'argo-cd': Readonly<Record<string, string>>;
    readonly 'argo-cd-hooks': Readonly<Record<string, string>>;
    readonly none: Readonly<Record<string, string>>;
  };
}

const wave = (number: number) => ({ 'argocd.argoproj.io/sync-wave': String(number) });
const preSync = { 'argocd.argoproj.io/hook': 'PreSync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' };

/**
 * The release itself is in wave 0. The backfill runs beside it: promotion waits for the drift to be zero,
 * and a later wave would wait for the promotion.
 */
export const phases: readonly Phase[] = [
  { name: 'backup', order: { 'argo-cd': wave(-2), 'argo-cd-hooks': { ...preSync, ...wave(-2) }, none: {} } },
  { name: 'expand', order: { 'argo-cd': wave(-1), 'argo-cd-hooks': { ...preSync, ...wave(-1) }, none: {} } },
  { name: 'backfill', order: { 'argo-cd': wave(0), 'argo-cd-hooks': wave(0), none: {} } },
  { name: 'verify', order: { 'argo-cd': wave(1), 'argo-cd-hooks': wave(1), none: {} } },
  { name: 'contract', order: { 'argo-cd': wave(2), 'argo-cd-hooks': wave(2), none: {} } },
];

/** Beside the backfill, and up to the switch: in a wave of its own the sync would wait for the backfill first. */
export const tailer: Phase = { name: 'catchup', order: { 'argo-cd': wave(0), 'argo-cd-hooks': wave(0), none: {} } };

/**
 * How long the tailer waits for a database that is away. A container that has run for ten minutes is restarted at once; one that gives up
 * sooner is held back longer every time, up to five minutes more without a tailer.
 */
const tailerRetryMs = 600_000;

/** A version that a migration leaves behind. */
export interface OldVersion {
  readonly app: string;
  /** As the pods carry it: the tag of the image. */
  readonly version: string;
}

export interface PhaseContext {
  readonly id: string;
  readonly image: Image;
  readonly mongodb: SecretKey;
  readonly backup?: BackupProps;
  readonly replaces: readonly OldVersion[];
}

const dumps = { name: 'dumps', mountPath: '/dumps' };
const temporary = { name: 'tmp', mountPath: '/tmp' };

export function labelsOf(id: string, { name }: Pick<Phase, 'name'>): Record<string, string> {
  return { [label.app]: id, 'bluecanary.dev/phase': name };
}

/** The pod of one phase. */
export function templateOf(phase: Phase, context: PhaseContext): k8s.PodTemplateSpec {
  return {
    metadata: { labels: labelsOf(context.id, phase), annotations: { 'sidecar.istio.io/inject': 'false' } },
    spec: {
      restartPolicy: phase === tailer ? 'Always' : 'Never',
      serviceAccountName: context.id,
      // Contract asks the API server whether pods of the previous version are left.
      automountServiceAccountToken: phase.name === 'contract',
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 30,
      // A fresh volume belongs to root; the group lets a pod that is not root write its dump.
      securityContext: {
        runAsNonRoot: true,
        ...(phase.name === 'backup' ? { fsGroup: 65532 } : {}),
        seccompProfile: { type: 'RuntimeDefault' },
      },
      ...containerOf(phase, context),
    },
  };
}

/** Containers and volumes of one phase, the container that does the work named like it. */
function containerOf(
  phase: Phase,
  { id, image, mongodb, backup, replaces }: PhaseContext,
): Pick<k8s.PodSpec, 'containers' | 'initContainers' | 'volumes'> {
  const uri = { name: 'MONGODB_URI', valueFrom: { secretKeyRef: { name: mongodb.secret, key: mongodb.key } } };
  const proofs =
    phase.name === 'contract' && replaces.length > 0
      ? [
          { name: 'MIG_OLD_PODS', value: oldPods(replaces) },
          { name: 'MIG_OLD_CLIENTS', value: replaces.map(({ app, version }) => `${app}@${version}`).join(',') },
        ]
      : [];
  // A later backup must never overwrite the one from before the change: another Job, another file.
  const job: k8s.EnvVar = { name: 'JOB_NAME', valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } } };
  const archive = '/dumps/$(JOB_NAME).archive.gz';
  const engine = (args: readonly string[], ...more: readonly k8s.EnvVar[]): k8s.Container => ({
    ...hardened(phase.name, image),
    args: ['migrate', ...args],
    env: [...more, uri, { name: 'NODE_OPTIONS', value: '--max-old-space-size=160' }, ...proofs],
    volumeMounts: [temporary],
  });
  const patience = { name: 'MIG_RETRY_MS', value: String(tailerRetryMs) };
  const volumes: k8s.Volume[] = [{ name: 'tmp', emptyDir: { sizeLimit: k8s.Quantity.fromString('256Mi') } }];
  if (phase === tailer) return { containers: [engine([phase.name, id, '--wait'], patience)], volumes };
  if (phase.name !== 'backup' || !backup) return { containers: [engine([phase.name, id])], volumes };
  const dump: k8s.Container = {
    ...hardened('dump', Image.of(backup.image)),
    command: ['sh', '-c', 'mongodump --uri="$MONGODB_URI" --gzip --archive="$1"', 'dump', archive],
    env: [job, uri],
    volumeMounts: [dumps, temporary],
  };
  return {
    initContainers: [dump],
    // Only a dump that has ended well is recorded: the gates of the engine read this evidence.
    containers: [engine(['backup', id, '--method', 'mongodump', '--location', archive], job)],
    volumes: [...volumes, { name: 'dumps', persistentVolumeClaim: { claimName: backup.claim } }],
  };
}

/** One selector for all of them. It may find a pod more, of one app in the version of another: then contract waits. */
function oldPods(replaces: readonly OldVersion[]): string {
  const [only, ...more] = replaces;
  if (only && more.length === 0) return `app=${only.app},version=${only.version}`;
  const among = (label: keyof OldVersion) => `${label} in (${[...new Set(replaces.map((one) => one[label]))].join(',')})`;
  return `${among('app')},${among('version')}`;
}

function hardened(name: string, image: Image): k8s.Container {
  return {
    name,
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    // The last lines of a failed phase say what is wrong and what to do.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    resources: {
      requests: { cpu: k8s.Quantity.fromString('250m'), memory: k8s.Quantity.fromString('256Mi') },
      limits: { cpu: k8s.Quantity.fromString('1000m'), memory: k8s.Quantity.fromString('256Mi') },
    },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
  };
}
