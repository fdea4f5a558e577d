/** Where the analysis service answers. The generator and the service both read this file and nothing else. */
export const endpoints = {
  judgements: '/v1/judgements',
  judgement: '/v1/judgements/:id',
  drift: '/v1/migrations/:id/drift',
  report: '/judgements/:id',
  reports: '/judgements',
  live: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
  openapi: '/openapi.json',
} as const;

/** Port of the service, plain HTTP inside the cluster. */
export const port = 8080;

/** Name of the catalogue file in the mounted ConfigMap. */
export const catalogueFile = 'catalogue.json';

/** Seconds: the service's own deadline is below Argo's, and Argo's below the interval of a look. */
export const deadlines = { judgement: 6, request: 8 } as const;

/** Where Argo's `kayenta` provider asks; its paths are given by Kayenta. */
export const kayentaEndpoints = { configs: '/canaryConfig', canary: '/canary/:id' } as const;
