import { parseManifests } from '../../lib/lint/read';
import type { LintObject } from '../../lib/lint/types';

export const image = 'registry.example.com/myapp@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945';

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

export const parsed = (text: string): readonly LintObject[] => parseManifests(text, 'base.yaml').objects;
