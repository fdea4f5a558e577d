import { account, image, service, template } from './parts';

/** Namespace, judge and what the judge needs. */
export const platform = `
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

export const judgeArguments = (app: string, objectives: string) =>
  `[{ name: rollout, value: ${app} }, { name: objectives, value: ${objectives} }, { name: canary-hash, valueFrom: { podTemplateHashValue: Latest } }, { name: stable-hash, valueFrom: { podTemplateHashValue: Stable } }]`;

/** A canary behind Istio, with everything a canary may have. */
export const catalog = `
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
