const value = { type: ['number', 'null', 'string'], pattern: '^([Nn]a[Nn]|[+-]?[Ii]nf(inity)?)$' };
const values = { type: 'array', items: value };
const name = { type: 'string', minLength: 1 };
const ratio = { type: 'number' };
const thresholds = {
  type: 'object',
  required: ['pass', 'marginal'],
  properties: { pass: { type: 'number' }, marginal: { type: 'number' } },
};

const side = {
  type: 'object',
  properties: { requests: values, errors: values, buckets: { type: 'array', items: { ...values, type: ['array', 'null'] } } },
};

const exposed = { type: 'object', required: ['events', 'exposure'], properties: { events: values, exposure: values } };

const limit = {
  type: 'object',
  required: ['metric', 'kind'],
  properties: { metric: { enum: ['error-rate', 'p99'] }, kind: { enum: ['at-most', 'times-stable'] }, value: ratio, times: ratio },
  oneOf: [
    { required: ['value'], properties: { kind: { const: 'at-most' } } },
    { required: ['times'], properties: { kind: { const: 'times-stable' } } },
  ],
};

const dispersion = { type: 'object', required: ['variance', 'autocorrelation'], properties: { variance: ratio, autocorrelation: ratio } };

/** Settings of both judges; each reads its own. */
const config = {
  type: 'object',
  properties: {
    alpha: ratio,
    planned: { type: 'integer' },
    compare: { type: 'array', items: { enum: ['errors', 'latency'] } },
    toleratedErrors: ratio,
    toleratedLatency: ratio,
    toleratedEvents: ratio,
    noticeErrors: ratio,
    noticeLatency: ratio,
    minimumEvents: ratio,
    limits: { type: 'array', items: limit },
    weights: { type: 'object', additionalProperties: ratio },
    dispersion: { type: 'object', additionalProperties: dispersion },
    thresholds,
    metrics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: { name, groups: { type: 'array', items: name }, analysisConfigurations: { type: 'object' } },
      },
    },
    classifier: { type: 'object', properties: { groupWeights: { type: 'object', additionalProperties: ratio } } },
  },
};

/** JSON Schema of one line. */
export const lineSchema = {
  type: 'object',
  anyOf: [{ required: ['windows'] }, { required: ['metrics'] }, { required: ['counts'] }, { required: ['gauges'] }],
  properties: {
    run: { type: ['string', 'integer'] },
    look: { type: 'integer' },
    looks: { type: 'integer', minimum: 0 },
    metrics: {
      type: 'array',
      items: { type: 'object', required: ['name', 'baseline', 'canary'], properties: { name, baseline: values, canary: values } },
    },
    windows: {
      type: 'object',
      required: ['canary'],
      properties: { seconds: ratio, le: values, baseline: side, canary: side },
    },
    counts: {
      type: 'array',
      items: { type: 'object', required: ['name', 'baseline', 'canary'], properties: { name, baseline: exposed, canary: exposed } },
    },
    gauges: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'baseline', 'canary'],
        properties: { name, baseline: values, canary: values, tolerated: ratio },
      },
    },
    config,
  },
};
