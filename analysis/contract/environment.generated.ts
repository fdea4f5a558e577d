// GENERATED from analysis/contract/environment.schema.json by `npm run build`. Do not edit.

/**
 * The environment of the analysis service. Every value is text, as a container gets it.
 */
export interface Environment {
/**
 * Address of a Prometheus-compatible API, http or https.
 */
PROMETHEUS_URL: string
/**
 * Path of catalogue.json.
 */
CATALOGUE_FILE: string
/**
 * Port of the service. Default 8080.
 */
PORT?: string
/**
 * Address to listen on. Default 0.0.0.0.
 */
HOST?: string
/**
 * File of accepted bearer tokens, one per line, read again when it changes. Without it only loopback may ask.
 */
TOKEN_FILE?: string
/**
 * Default info.
 */
LOG_LEVEL?: ("fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent")
/**
 * Default split.
 */
JUDGE?: ("split" | "kayenta")
/**
 * Time limit of one judgement; below Argo's timeoutSeconds. Default 6.
 */
DEADLINE_SECONDS?: string
/**
 * Keeps judgements in MongoDB instead of in memory; names a database.
 */
MONGODB_URI?: string
/**
 * How long judgements are kept. Default 30.
 */
RETENTION_DAYS?: string
/**
 * Bearer token for Prometheus, read at every request.
 */
PROMETHEUS_TOKEN_FILE?: string
PROMETHEUS_USERNAME?: string
PROMETHEUS_PASSWORD_FILE?: string
PROMETHEUS_CA_FILE?: string
PROMETHEUS_CERT_FILE?: string
PROMETHEUS_KEY_FILE?: string
/**
 * Sent as X-Scope-OrgID.
 */
PROMETHEUS_TENANT?: string
[k: string]: unknown
}
