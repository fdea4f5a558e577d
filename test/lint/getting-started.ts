/**
 * The forms that newcomers to Argo Rollouts copy first, written anew: object names and images are ours, the structure is that of the first pages.
 * No annotations, no probes, no namespaces.
 */
export const gettingStarted: Readonly<Record<string, string>> = {
  'a basic canary': `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: demo }
spec:
  replicas: 5
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: {}
        - setWeight: 40
        - pause: { duration: 10 }
        - setWeight: 60
        - pause: { duration: 10 }
        - setWeight: 80
        - pause: { duration: 10 }
  revisionHistoryLimit: 2
  selector: { matchLabels: { app: demo } }
  template:
    metadata: { labels: { app: demo } }
    spec:
      containers:
        - name: demo
          image: registry.example.com/demo:blue
          ports: [{ name: http, containerPort: 8080, protocol: TCP }]
          resources: { requests: { memory: 32Mi, cpu: 5m } }
---
apiVersion: v1
kind: Service
metadata: { name: demo }
spec: { ports: [{ port: 80, targetPort: http, protocol: TCP, name: http }], selector: { app: demo } }`,
  'blue/green': `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: colours }
spec:
  replicas: 2
  revisionHistoryLimit: 2
  selector: { matchLabels: { app: colours } }
  template:
    metadata: { labels: { app: colours } }
    spec: { containers: [{ name: colours, image: 'registry.example.com/demo:blue', imagePullPolicy: Always, ports: [{ containerPort: 8080 }] }] }
  strategy: { blueGreen: { activeService: colours-active, previewService: colours-preview, autoPromotionEnabled: false } }
---
kind: Service
apiVersion: v1
metadata: { name: colours-active }
spec: { selector: { app: colours }, ports: [{ protocol: TCP, port: 80, targetPort: 8080 }] }
---
kind: Service
apiVersion: v1
metadata: { name: colours-preview }
spec: { selector: { app: colours }, ports: [{ protocol: TCP, port: 80, targetPort: 8080 }] }`,
  'a canary behind Istio': `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: mesh-demo }
spec:
  replicas: 1
  strategy:
    canary:
      canaryService: mesh-demo-canary
      stableService: mesh-demo-stable
      trafficRouting: { istio: { virtualServices: [{ name: mesh-demo-one, routes: [http-primary] }, { name: mesh-demo-two, routes: [secondary] }] } }
      steps: [{ setWeight: 5 }, { pause: {} }]
  revisionHistoryLimit: 2
  selector: { matchLabels: { app: mesh-demo } }
  template:
    metadata: { labels: { app: mesh-demo, istio-injection: enabled } }
    spec: { containers: [{ name: demo, image: 'registry.example.com/demo:blue', ports: [{ name: http, containerPort: 8080, protocol: TCP }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: mesh-demo-canary }
spec: { ports: [{ port: 80, targetPort: http, protocol: TCP, name: http }], selector: { app: mesh-demo } }
---
apiVersion: v1
kind: Service
metadata: { name: mesh-demo-stable }
spec: { ports: [{ port: 80, targetPort: http, protocol: TCP, name: http }], selector: { app: mesh-demo } }
---
apiVersion: networking.istio.io/v1alpha3
kind: Gateway
metadata: { name: mesh-demo-gateway }
spec: { selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }] }
---
apiVersion: networking.istio.io/v1alpha3
kind: VirtualService
metadata: { name: mesh-demo-one }
spec:
  gateways: [mesh-demo-gateway]
  hosts: [one.local]
  http: [{ name: http-primary, route: [{ destination: { host: mesh-demo-stable, port: { number: 15372 } }, weight: 100 }, { destination: { host: mesh-demo-canary, port: { number: 15372 } }, weight: 0 }] }]
---
apiVersion: networking.istio.io/v1alpha3
kind: VirtualService
metadata: { name: mesh-demo-two }
spec:
  gateways: [mesh-demo-gateway]
  hosts: [two.local]
  http: [{ name: secondary, route: [{ destination: { host: mesh-demo-stable }, weight: 100 }, { destination: { host: mesh-demo-canary }, weight: 0 }] }]`,
  'a canary behind nginx': `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: edge-demo }
spec:
  replicas: 1
  strategy:
    canary:
      canaryService: edge-demo-canary
      stableService: edge-demo-stable
      trafficRouting: { nginx: { stableIngress: edge-demo-stable } }
      steps: [{ setWeight: 5 }, { pause: {} }]
  selector: { matchLabels: { app: edge-demo } }
  template:
    metadata: { labels: { app: edge-demo } }
    spec: { containers: [{ name: demo, image: 'registry.example.com/demo:blue', ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: edge-demo-canary }
spec: { ports: [{ port: 80, targetPort: http, name: http }], selector: { app: edge-demo } }
---
apiVersion: v1
kind: Service
metadata: { name: edge-demo-stable }
spec: { ports: [{ port: 80, targetPort: http, name: http }], selector: { app: edge-demo } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: edge-demo-stable, annotations: { kubernetes.io/ingress.class: nginx } }
spec: { rules: [{ host: edge-demo.local, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: edge-demo-stable, port: { number: 80 } } } }] } }] }`,
  'an analysis in the background and in a step': `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: success-rate }
spec:
  args: [{ name: service-name }, { name: prometheus-port, value: '9090' }]
  metrics:
    - name: success-rate
      interval: 5m
      successCondition: result[0] >= 0.95
      failureLimit: 3
      provider:
        prometheus:
          address: http://prometheus.example.com:{{args.prometheus-port}}
          query: |
            sum(irate(istio_requests_total{reporter="source",destination_service=~"{{args.service-name}}",response_code!~"5.*"}[5m])) /
            sum(irate(istio_requests_total{reporter="source",destination_service=~"{{args.service-name}}"}[5m]))
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: once }
spec:
  args: [{ name: service-name }]
  metrics:
    - name: latency
      initialDelay: 1m
      interval: 60s
      count: 5
      failureLimit: 2
      successCondition: len(result) > 0 && result[0] < 0.5
      failureCondition: len(result) > 0 && result[0] >= 1
      provider: { prometheus: { query: 'histogram_quantile(0.95, sum(rate(istio_request_duration_milliseconds_bucket{destination_service="{{args.service-name}}"}[1m])) by (le)) / 1000' } }
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: guestbook }
spec:
  replicas: 5
  selector: { matchLabels: { app: guestbook } }
  template:
    metadata: { labels: { app: guestbook } }
    spec: { containers: [{ name: guestbook, image: 'registry.example.com/guestbook:1.0', ports: [{ containerPort: 8080 }] }] }
  strategy:
    canary:
      analysis:
        templates: [{ templateName: success-rate }]
        startingStep: 2
        args: [{ name: service-name, value: guestbook.default.svc.cluster.local }]
      steps:
        - setWeight: 20
        - pause: { duration: 10m }
        - setWeight: 40
        - pause: { duration: 10m }
        - analysis: { templates: [{ templateName: once }], args: [{ name: service-name, value: guestbook.default.svc.cluster.local }] }
        - setWeight: 60
        - pause: { duration: 10m }
        - setWeight: 80
        - pause: { duration: 10m }`,
  'an experiment': `
apiVersion: argoproj.io/v1alpha1
kind: Experiment
metadata: { name: compare }
spec:
  duration: 20m
  progressDeadlineSeconds: 30
  templates:
    - name: purple
      selector: { matchLabels: { app: compare, colour: purple } }
      template: { metadata: { labels: { app: compare, colour: purple } }, spec: { containers: [{ name: demo, image: 'registry.example.com/demo:purple' }] } }
  analyses: [{ name: purple, templateName: http-check, args: [{ name: host, value: purple }] }]
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: http-check }
spec:
  args: [{ name: host }]
  metrics:
    - name: http
      count: 3
      interval: 10s
      failureLimit: 1
      provider: { job: { spec: { backoffLimit: 0, template: { spec: { restartPolicy: Never, containers: [{ name: check, image: 'registry.example.com/curl:8', args: ['http://{{args.host}}'] }] } } } } }
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: experimental }
spec:
  replicas: 3
  selector: { matchLabels: { app: experimental } }
  template:
    metadata: { labels: { app: experimental } }
    spec: { containers: [{ name: demo, image: 'registry.example.com/demo:blue' }] }
  strategy:
    canary:
      steps:
        - experiment:
            duration: 1h
            templates: [{ name: baseline, specRef: stable }, { name: canary, specRef: canary }]
            analyses: [{ name: check, templateName: http-check, args: [{ name: host, value: 'http://experimental' }] }]
        - setWeight: 50
        - pause: {}`,
};
