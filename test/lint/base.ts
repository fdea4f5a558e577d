import type { LintObject } from '../../lib/lint/types';
import { catalog, judgeArguments, platform } from './base-canary';
import { account, image, parsed, service, template } from './parts';

const myapp = `
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: myapp
  namespace: production
  annotations: { bluecanary.dev/promise-keep: 24h, bluecanary.dev/pool-size: '20' }
spec:
  minReadySeconds: 30
  progressDeadlineSeconds: 600
  revisionHistoryLimit: 5
  rollbackWindow: { revisions: 3 }
  selector: { matchLabels: { app: myapp } }
  template:${template('myapp', '', '          envFrom: [{ configMapRef: { name: myapp-settings-5h8g2k9d4t } }]')}
  strategy:
    blueGreen:
      activeService: myapp
      previewService: myapp-preview
      autoPromotionEnabled: true
      scaleDownDelaySeconds: 86400
      scaleDownDelayRevisionLimit: 1
      prePromotionAnalysis: { templates: [{ templateName: smoke }] }
      postPromotionAnalysis: { templates: [{ templateName: judge }], args: ${judgeArguments('myapp', 'absolute')} }
${account('myapp')}${service('myapp', 'myapp')}${service('myapp-preview', 'myapp')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: myapp-settings-5h8g2k9d4t, namespace: production }
data: { LOG_LEVEL: info }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: myapp, namespace: production }
spec: { scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: myapp }, minReplicas: 3, maxReplicas: 6 }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: myapp
  namespace: production
  annotations: { cert-manager.io/cluster-issuer: letsencrypt-prod, bluecanary.dev/external: ClusterIssuer/letsencrypt-prod }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [app.example.com], secretName: myapp-tls }]
  rules: [{ host: app.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: myapp, port: { name: http } } } }] } }]
`;

const colour = (name: string, replicas: number) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders-${name}, namespace: production, annotations: { bluecanary.dev/pool-size: '20' } }
spec:
  replicas: ${replicas}
  minReadySeconds: 30
  template:${template('orders', '').replace('version: 1.4.0', `version: ${name}`)}
${service(`orders-${name}`, 'orders', `, version: ${name}`)}`;

/** Plain Deployments, monitoring, a migration and GitOps. */
const rest = `
${account('orders')}${colour('blue', 3)}${colour('green', 0)}${service('orders', 'orders', ', version: blue')}
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: apps, namespace: production }
spec:
  selector: { matchLabels: { app: catalog } }
  podMetricsEndpoints: [{ port: metrics, relabelings: [{ sourceLabels: [__meta_kubernetes_pod_label_rollouts_pod_template_hash], targetLabel: rollouts_pod_template_hash }] }]
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: releases, namespace: production }
spec:
  groups:
    - name: releases
      rules:
        - record: deployment:error_rate:rate5m
          expr: 100 * sum by (app, version) (rate(http_requests_total{namespace="production",status=~"5.."}[5m])) / sum by (app, version) (rate(http_requests_total{namespace="production"}[5m]))
        - record: deployment:latency:p99
          expr: histogram_quantile(0.99, sum by (app, version, le) (rate(http_request_duration_seconds_bucket{namespace="production"}[5m])))
        - { alert: HighErrorRate, expr: 'deployment:error_rate:rate5m > 5', for: 5m }
        - { alert: HighLatency, expr: 'deployment:latency:p99 > 1', for: 5m }
        - { alert: Divergence, expr: 'abs(deployment:error_rate:rate5m{app="orders",version="green"} - ignoring (version) deployment:error_rate:rate5m{app="orders",version="blue"}) > 3' }
        - { alert: NoHash, expr: 'absent(up{namespace="production",app="catalog",rollouts_pod_template_hash!=""})' }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: dashboards, namespace: production }
data:
  releases.json: '{"title":"Releases","uid":"releases","schemaVersion":39,"panels":[{"type":"timeseries","title":"Errors","fieldConfig":{"defaults":{"unit":"percent"}},"targets":[{"expr":"deployment:error_rate:rate5m"}]}]}'
---
apiVersion: batch/v1
kind: Job
metadata:
  name: users-full-name-4f53cda18c
  namespace: production
  annotations:
    argocd.argoproj.io/sync-wave: '-1'
    bluecanary.dev/pool-size: '5'
    bluecanary.dev/migration: '{"id":"20261101-users-full-name","phase":"backfill","database":"myapp","collection":"users","batched":true,"drift":{"fullName":{"$not":{"$type":"string"}}},"transform":[{"$set":{"fullName":{"$trim":{"input":{"$concat":[{"$ifNull":["$firstName",""]}," ",{"$ifNull":["$lastName",""]}]}}}}}],"invariants":[{"name":"fullName is a text","none":{"fullName":{"$not":{"$type":"string"}}}}]}'
spec:
  template:
    metadata: { labels: { app: users-full-name } }
    spec: { restartPolicy: Never, containers: [{ name: migrate, image: '${image}', command: [migrate, run], env: [{ name: MONGODB_URI, value: 'mongodb://db-0,db-1/myapp' }] }] }
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: releases, namespace: argocd }
spec:
  destination: { namespace: production }
  syncPolicy: { syncOptions: [RespectIgnoreDifferences=true] }
  ignoreDifferences:
    - { group: networking.istio.io, kind: VirtualService, jqPathExpressions: ['.spec.http[].route[].weight'] }
    - { group: networking.istio.io, kind: DestinationRule, jqPathExpressions: ['.spec.subsets[].labels'] }
    - { kind: Service, jqPathExpressions: ['.spec.selector'] }
`;

/** Healthy releases of every kind: a canary, a blue/green release, plain Deployments, and what belongs to them. */
export const base: readonly LintObject[] = parsed(platform + catalog + myapp + rest);
