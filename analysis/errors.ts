/** Every error the service answers with: a stable code, its status, a sentence. */
export const errors = {
  'malformed-request': { status: 400, message: 'The request is not as the contract says.' },
  unauthorized: { status: 401, message: 'A valid token is needed.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'unknown-judgement': { status: 404, message: 'No judgement with this id is kept.' },
  'unknown-migration': { status: 422, message: 'No such migration is declared.' },
  'too-large': { status: 413, message: 'The body is larger than this service reads.' },
  'unsupported-media-type': { status: 415, message: 'The body must be application/json.' },
  'unknown-rollout': { status: 422, message: 'The catalogue knows no such rollout.' },
  'too-many-requests': { status: 429, message: 'Too many requests from this address.' },
  internal: { status: 500, message: 'The service failed; its log has the details under this request id.' },
  'store-unreachable': { status: 503, message: 'Kept judgements cannot be read now.' },
} as const;

export type ErrorCode = keyof typeof errors;

/** The body of every answer that is not 2xx. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  /** Everything that is wrong, when the caller can do something about it. */
  readonly problems: readonly string[];
  /** To be found in the log. */
  readonly requestId: string;
}

/** An error that the caller may know about. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly problems: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(errors[code].message, options);
    this.status = errors[code].status;
  }
}

/** Codes of the errors that Fastify itself raises. Whatever is not here is our own fault. */
const fastifyCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_VALIDATION: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_NOT_FOUND: 'not-found',
};

/** The code of anything that was thrown while a request was answered. */
export function codeOf(thrown: unknown): ErrorCode {
  if (thrown instanceof ServiceError) return thrown.code;
  if (!(thrown instanceof Error)) return 'internal';
  if ('code' in thrown && typeof thrown.code === 'string') return fastifyCodes[thrown.code] ?? byStatus(thrown);
  return byStatus(thrown);
}

function byStatus(thrown: Error): ErrorCode {
  const status = 'statusCode' in thrown ? thrown.statusCode : undefined;
  if (status === 429) return 'too-many-requests';
  return status === 400 ? 'malformed-request' : 'internal';
}
