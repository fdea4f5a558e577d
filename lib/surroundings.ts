import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { type AppProps, type Autoscale, defaults } from './app-props';
import { label } from './labels';
import { builtIn } from './manifest';
import { allow } from './network';
import { Production } from './production';

/** Label of the pods that run smoke tests against an app. */
export const smokeTestLabel = 'bluecanary.dev/smoke-test';

/** The identity that the app's pods run under; it has no rights of its own. */
export function serviceAccount(scope: Construct, name: string): void {
  builtIn(
    scope,
    'service-account',
    k8s.KubeServiceAccount.manifest({ metadata: { name, labels: { [label.app]: name } }, automountServiceAccountToken: false }),
  );
}

/** Keeps voluntary disruptions from taking more than one pod of an app at a time. */
export function disruptionBudget(scope: Construct, name: string): void {
  const metadata = { name, labels: { [label.app]: name } };
  const spec = {
    maxUnavailable: k8s.IntOrString.fromNumber(1),
    // Pods that are not ready serve nobody: a version in a crash loop must not hold up the drain of a node.
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels: { [label.app]: name } },
  };
  builtIn(scope, 'disruption-budget', k8s.KubePodDisruptionBudget.manifest({ metadata, spec }));
}

/** Scales the app's workload by its CPU use. */
export function autoscaler(
  scope: Construct,
  name: string,
  target: k8s.CrossVersionObjectReference,
  { min, max, cpuPercent = 70 }: Autoscale,
): void {
  const metric = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuPercent } } };
  builtIn(
    scope,
    'autoscaler',
    k8s.KubeHorizontalPodAutoscalerV2.manifest({
      metadata: { name, labels: { [label.app]: name } },
      spec: { scaleTargetRef: target, minReplicas: min, maxReplicas: max, metrics: [metric] },
    }),
  );
}

/** Where Istio's proxy shows its metrics (`http-envoy-prom`). */
const proxyMetricsPort = 15090;

/** What an app needs of the network: its gateways and smoke tests in, Prometheus in, MongoDB and the apps that it calls out. */
export function appPolicy(scope: Construct, name: string, app: AppProps, metricSource: 'app' | 'istio' = 'app'): void {
  const { gateways, monitoring, mongodb } = Production.of(scope);
  const calls = [...new Set(app.calls)];
  const port = app.port ?? defaults.port;
  const metricsPort = metricSource === 'istio' ? proxyMetricsPort : (app.metricsPort ?? defaults.metricsPort);
  const database = mongodb.cidrs.length > 0 ? { peers: mongodb.cidrs.map((cidr) => ({ cidr })) } : {};
  allow(scope, name, {
    pods: { [label.app]: name },
    from: [
      { peers: [...gateways.map((namespace) => ({ namespace })), { pods: { [smokeTestLabel]: name } }], ports: [port] },
      { peers: [{ namespace: monitoring }], ports: [metricsPort] },
    ],
    to: [
      ...(app.mongodb === false ? [] : [{ ...database, ports: [mongodb.port] }]),
      ...calls.map(({ appName, appPort }) => ({ peers: [{ app: appName }], ports: [appPort] })),
    ],
  });
  for (const { appName, appPort } of calls) {
    allow(scope, `${name}-calls-${appName}`, { pods: { [label.app]: appName }, from: [{ peers: [{ app: name }], ports: [appPort] }] });
  }
}

/** What a smoke test needs: the app, and nothing else. */
export function smokeTestPolicy(scope: Construct, name: string, app: AppProps): void {
  allow(scope, `${name}-smoke`, {
    pods: { [smokeTestLabel]: name },
    to: [{ peers: [{ app: name }], ports: [app.port ?? defaults.port] }],
  });
}
