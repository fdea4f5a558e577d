import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { jobTemplate } from './analysis-template';
import type { Image } from './image';
import { label } from './labels';
import { smokeTestLabel } from './surroundings';

export interface SmokeTestOptions {
  /** Service of the new side. */
  readonly service: string;
  readonly paths: readonly string[];
  /** Any pinned image with Node.js 20 or newer: the judge's. */
  readonly image: Image;
}

/** Asks every path once; each answers 200 within 10 s, or the Job fails. */
const script = `
const [base, ...paths] = process.argv.slice(1);
const failed = [];
for (const path of paths) {
  const answer = await fetch(base + path, { signal: AbortSignal.timeout(10_000), redirect: 'manual' }).catch((error) => ({ status: error.message }));
  console.log(JSON.stringify({ path, status: answer.status }));
  if (answer.status !== 200) failed.push(path);
}
process.exit(failed.length === 0 ? 0 : 1);
`.trim();

/** The first gate: a Job that calls the new side through its own Service, before any user does. */
export function smokeTestTemplate(scope: Construct, app: string, { service, paths, image }: SmokeTestOptions): ApiObject {
  const { spec } = k8s.KubeJob.manifest({
    spec: {
      // One more try: a single refused connection is no verdict on a version.
      backoffLimit: 1,
      activeDeadlineSeconds: 120,
      template: {
        metadata: {
          labels: { [label.app]: `${app}-smoke`, [smokeTestLabel]: app },
          // A sidecar would keep the Job from ever completing.
          annotations: { 'sidecar.istio.io/inject': 'false' },
        },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'smoke',
              image: image.reference,
              imagePullPolicy: image.pullPolicy,
              command: ['node', '--input-type=module', '--eval', script, '--', `http://${service}`, ...paths],
              resources: {
                requests: { cpu: k8s.Quantity.fromString('50m'), memory: k8s.Quantity.fromString('64Mi') },
                limits: { cpu: k8s.Quantity.fromString('500m'), memory: k8s.Quantity.fromString('128Mi') },
              },
              securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            },
          ],
        },
      },
    },
  });
  return jobTemplate(scope, `${app}-smoke`, 'smoke', { spec });
}
