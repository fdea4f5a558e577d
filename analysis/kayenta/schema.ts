const hash = { type: 'string', pattern: '^[a-z0-9]{1,20}$' } as const;
const scope = {
  type: 'object',
  required: ['scope'],
  properties: {
    scope: hash,
    location: { type: 'string', maxLength: 253 },
    step: { type: 'number' },
    start: { type: 'string' },
    end: { type: 'string' },
  },
} as const;

/** What Argo's kayenta provider posts. */
export const executionBody = {
  type: 'object',
  required: ['scopes', 'thresholds'],
  properties: {
    scopes: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['controlScope', 'experimentScope'],
        properties: { controlScope: scope, experimentScope: scope },
      },
    },
    thresholds: {
      type: 'object',
      required: ['pass', 'marginal'],
      properties: { pass: { type: 'number', minimum: 1, maximum: 100 }, marginal: { type: 'number', minimum: 1, maximum: 100 } },
    },
  },
} as const;
