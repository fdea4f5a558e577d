import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { type Dashboard, uidOf } from './dashboard-model';
import { CompanionFile } from './folder';
import { builtIn, manifest } from './manifest';

/**
 * How a dashboard reaches Grafana. `sidecar`: a ConfigMap that Grafana's sidecar finds by its label.
 * `grafana-operator`: a GrafanaDashboard. `files`: the plain JSON alone, for provisioning.
 */
export type Delivery = 'sidecar' | 'grafana-operator' | 'files';

const grafanaDashboard = { apiVersion: 'grafana.integreatly.org/v1beta1', kind: 'GrafanaDashboard' } as const;

/**
 * @param owner name of the release or construct whose folder in `dist/` gets the plain file
 */
export function deliver(scope: Construct, owner: string, dashboard: Dashboard, delivery: Delivery): void {
  const { namespace, kind } = dashboard;
  // Grafana's builders are many modules; a fleet without dashboards does without them.
  const { dashboardJson } = require('./dashboard') as typeof import('./dashboard');
  const json = dashboardJson(dashboard);
  const name = `${owner}-${kind}-dashboard`;
  new CompanionFile(scope, name, `${owner}/${kind}.dashboard.json`, () => json);
  if (delivery === 'sidecar') {
    // The sidecar writes all keys of all namespaces into one folder: a key has to be unique there.
    const data = { [`${namespace}-${owner}-${kind}.json`]: json };
    builtIn(scope, `${name}-config`, k8s.KubeConfigMap.manifest({ metadata: { name, labels: { grafana_dashboard: '1' } }, data }));
  }
  if (delivery === 'grafana-operator') {
    const spec = {
      allowCrossNamespaceImport: true,
      instanceSelector: { matchLabels: { dashboards: 'grafana' } },
      resyncPeriod: '10m',
      uid: uidOf(namespace, dashboard.app, kind),
      json,
    };
    manifest(scope, `${name}-grafana`, grafanaDashboard, { name }, { spec });
  }
}
