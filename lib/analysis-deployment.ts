import { createHash } from 'node:crypto';
import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { catalogueFile, deadlines, endpoints, port } from '../analysis/contract/endpoints';
import type { Environment } from '../analysis/contract/environment.generated';
import type { SecretKey } from './app-props';
import type { Image } from './image';
import { label, portName } from './labels';

const secretsFolder = '/var/run/bluecanary';

export interface JudgePods {
  readonly id: string;
  readonly image: Image;
  readonly replicas: number;
  readonly token: SecretKey;
  readonly mongodb: SecretKey | undefined;
  /** Address of Prometheus. */
  readonly prometheus: string;
  /** Called when everything that is judged is known. */
  readonly catalogueText: () => string;
}

/** The pods of the judge, and how they are replaced. */
export function judgeDeployment(judge: JudgePods): k8s.DeploymentSpec {
  const { id, image, replicas, token, catalogueText } = judge;
  const pods = { [label.app]: id };
  const http = { path: endpoints.ready, port: k8s.IntOrString.fromString(portName.http) };
  // A new catalogue restarts the pods: the file is read once, so that one judgement never mixes two catalogues.
  const digest = Lazy.any({ produce: () => createHash('sha256').update(catalogueText()).digest('hex').slice(0, 16) });
  return {
    replicas,
    selector: { matchLabels: pods },
    strategy: { rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(1), maxUnavailable: k8s.IntOrString.fromNumber(0) } },
    template: {
      metadata: { labels: pods, annotations: { 'bluecanary.dev/catalogue': digest as unknown as string } }, // resolved to text when the object is rendered
      spec: {
        serviceAccountName: id,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        terminationGracePeriodSeconds: 30,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'kubernetes.io/hostname',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: pods },
          },
        ],
        containers: [
          {
            name: 'judge',
            image: image.reference,
            imagePullPolicy: image.pullPolicy,
            ports: [{ name: portName.http, containerPort: port }],
            env: environment(judge),
            resources: {
              requests: { cpu: k8s.Quantity.fromString('100m'), memory: k8s.Quantity.fromString('128Mi') },
              limits: { cpu: k8s.Quantity.fromString('1000m'), memory: k8s.Quantity.fromString('256Mi') },
            },
            readinessProbe: { httpGet: http, periodSeconds: 5, timeoutSeconds: 3 },
            livenessProbe: { httpGet: { ...http, path: endpoints.live }, periodSeconds: 10, timeoutSeconds: 5, initialDelaySeconds: 10 },
            lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
            securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            volumeMounts: [
              { name: 'catalogue', mountPath: '/etc/bluecanary', readOnly: true },
              { name: 'token', mountPath: secretsFolder, readOnly: true },
            ],
          },
        ],
        volumes: [
          { name: 'catalogue', configMap: { name: `${id}-catalogue` } },
          { name: 'token', secret: { secretName: token.secret } },
        ],
      },
    },
  };
}

function environment({ token, mongodb, prometheus }: JudgePods): k8s.EnvVar[] {
  const values: { readonly [key in keyof Environment]?: string } = {
    PROMETHEUS_URL: prometheus,
    CATALOGUE_FILE: `/etc/bluecanary/${catalogueFile}`,
    PORT: String(port),
    TOKEN_FILE: `${secretsFolder}/${token.key}`,
    DEADLINE_SECONDS: String(deadlines.judgement),
  };
  const uri: keyof Environment = 'MONGODB_URI';
  return [
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
    ...(mongodb ? [{ name: uri, valueFrom: { secretKeyRef: { name: mongodb.secret, key: mongodb.key } } }] : []),
  ];
}
