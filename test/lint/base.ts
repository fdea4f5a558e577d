import { parseManifests } from '../../lib/lint/read';
import type { LintObject } from '../../lib/lint/types';

const image = 'registry.example.com/myapp@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945';

/** A healthy pod template, indented for `spec.template`. */
export const template = (app: string, labels = '', container = '') => `
    metadata: { labels: { app: ${app}, version: 1.4.0${labels} } }
    spec:
      serviceAccountName: ${app}
      terminationGracePeriodSeconds: 45
      containers:
        - name: app
          image: ${image}
          imagePullPolicy: IfNotPresent
          ports: [{ name: http, containerPort: 3000 }, { name: metrics, containerPort: 9090 }]
          readinessProbe: { httpGet: { path: /ready, port: http } }
          livenessProbe: { httpGet: { path: /health, port: http } }
          resources: { requests: { cpu: 500m, memory: 512Mi }, limits: { cpu: '1', memory: 1Gi } }
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
${container}`;

export const service = (name: string, app: string, labels = '') => `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: production }
spec:
  selector: { app: ${app}${labels} }
  ports: [{ name: http, port: 80, targetPort: http }]`;

export const account = (name: string) => `
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, namespace: production }`;

/** Namespace, judge and what the judge needs. */
const platform = `
apiVersion: v1
kind: Namespace
metadata: { name: production, annotations: { bluecanary.dev/connection-budget: '1500' } }
${account('judge')}${service('judge', 'judge')}
---
apiVersion: v1
kind: Secret
metadata: { name: judge-token, namespace: production }
stringData: { token: secret }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: judge, namespace: production }
spec:
  replicas: 2
  template:${template('judge', '', "          env: [{ name: PROMETHEUS_URL, value: 'http://prometheus.monitoring:9090' }]")}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: judge, namespace: production }
spec:
  podSelector: { matchLabels: { app: judge } }
  policyTypes: [Ingress, Egress]
  ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: argo-rollouts } } }], ports: [{ port: 3000 }] }]
  egress: [{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }], ports: [{ port: 9090 }] }]
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: judge, namespace: production, annotations: { bluecanary.dev/no-data: hold } }
spec:
  args:
    - { name: rollout }
    - { name: canary-hash }
    - { name: stable-hash }
    - { name: objectives, value: all }
    - { name: token, valueFrom: { secretKeyRef: { name: judge-token, key: token } } }
  dryRun: []
  metrics:
    - name: judge
      interval: 30s
      count: 33
      consecutiveSuccessLimit: 11
      failureLimit: 0
      inconclusiveLimit: 33
      consecutiveErrorLimit: 10
      successCondition: result.verdict == "Pass"
      failureCondition: result.verdict == "Fail"
      provider:
        web:
          method: POST
          url: http://judge.production.svc.cluster.local/v1/judgements
          timeoutSeconds: 8
          headers: [{ key: Authorization, value: 'Bearer {{args.token}}' }]
          jsonBody: { rollout: '{{args.rollout}}', canary: '{{args.canary-hash}}', stable: '{{args.stable-hash}}', objectives: '{{args.objectives}}' }
          jsonPath: '{$}'
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: smoke, namespace: production, annotations: { bluecanary.dev/no-data: fail } }
spec:
  metrics:
    - name: smoke
      provider:
        job: { spec: { backoffLimit: 1, activeDeadlineSeconds: 120, template: { spec: { restartPolicy: Never, containers: [{ name: smoke, image: '${image}' }] } } } }
`;

const judgeArguments = (app: string, objectives: string) =>
  `[{ name: rollout, value: ${app} }, { name: objectives, value: ${objectives} }, { name: canary-hash, valueFrom: { podTemplateHashValue: Latest } }, { name: stable-hash, valueFrom: { podTemplateHashValue: Stable } }]`;

const catalog = `
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: catalog
  namespace: production
  annotations:
    bluecanary.dev/promise-keep: 60s
    bluecanary.dev/traffic: '200'
    bluecanary.dev/pool-size: '20'
    bluecanary.dev/external: Gateway/istio-ingress/public
spec:
  replicas: 4
  minReadySeconds: 30
  progressDeadlineSeconds: 600
  revisionHistoryLimit: 5
  rollbackWindow: { revisions: 3 }
  selector: { matchLabels: { app: catalog } }
  template:${template('catalog')}
  strategy:
    canary:
      canaryService: catalog-canary
      stableService: catalog-stable
      canaryMetadata: { labels: { track: canary } }
      stableMetadata: { labels: { track: stable } }
      scaleDownDelaySeconds: 60
      scaleDownDelayRevisionLimit: 1
      antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 100 } }
      trafficRouting:
        istio: { virtualService: { name: catalog, routes: [primary] } }
        managedRoutes: [{ name: x-canary }, { name: shadow }]
      analysis:
        templates: [{ templateName: veto }]
        args: ${judgeArguments('catalog', 'absolute')}
        startingStep: 6
      steps:
        - setCanaryScale: { replicas: 1 }
        - setHeaderRoute: { name: x-canary, match: [{ headerName: x-canary, headerValue: { exact: 'true' } }] }
        - setMirrorRoute: { name: shadow, match: [{ method: { exact: GET }, path: { prefix: / } }] }
        - analysis: { templates: [{ templateName: smoke }] }
        - setCanaryScale: { matchTrafficWeight: true }
        - setWeight: 10
        - pause: { duration: 30s }
        - analysis: { templates: [{ templateName: judge }], args: ${judgeArguments('catalog', 'all')} }
        - setWeight: 100
        - pause: { duration: 5m }
        - analysis: { templates: [{ templateName: judge }], args: ${judgeArguments('catalog', 'absolute')} }
${account('catalog')}${service('catalog', 'catalog')}${service('catalog-stable', 'catalog')}${service('catalog-canary', 'catalog')}
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: veto, namespace: production, annotations: { bluecanary.dev/no-data: ignore } }
spec:
  args: [{ name: rollout }]
  metrics:
    - name: errors
      interval: 60s
      initialDelay: 60s
      inconclusiveLimit: 1000
      successCondition: len(result) > 0 && result[0] <= 5
      failureCondition: len(result) > 0 && result[0] > 5
      provider: { prometheus: { address: 'http://prometheus.monitoring:9090', query: 'sum(rate(http_requests_total{namespace="production", app="{{args.rollout}}", track="canary", status=~"5.."}[5m]))' } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: catalog, namespace: production }
spec:
  hosts: [catalog.example.com]
  gateways: [istio-ingress/public, mesh]
  http:
    - name: primary
      timeout: 30s
      retries: { attempts: 3, perTryTimeout: 2s, retryOn: 'connect-failure,refused-stream' }
      route:
        - { destination: { host: catalog-stable.production.svc.cluster.local }, weight: 100 }
        - { destination: { host: catalog-canary.production.svc.cluster.local }, weight: 0 }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: catalog-stable, namespace: production }
spec:
  host: catalog-stable.production.svc.cluster.local
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 }, connectionPool: { tcp: { maxConnections: 100 } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: catalog, namespace: production }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: catalog } } }
`;

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

export const parsed = (text: string): readonly LintObject[] => parseManifests(text, 'base.yaml').objects;

/** Healthy releases of every kind: a canary, a blue/green release, plain Deployments, and what belongs to them. */
export const base: readonly LintObject[] = parsed(platform + catalog + myapp + rest);
