// GENERATED from analysis/contract/catalogue.schema.json by `npm run build`. Do not edit.

export type MetricName = ("error-rate" | "p99")
export type Limit = (AtMost | TimesStable)

/**
 * What the judge may ask and what healthy means, mounted into the service as catalogue.json. Callers name a rollout; they never send PromQL.
 */
export interface Catalogue {
version: 1
rollouts: JudgedRollout[]
}
export interface JudgedRollout {
name: string
namespace: string
/**
 * Length of a window: at least four scrapes.
 */
windowSeconds: number
/**
 * How far back a release may have begun; earlier data are not read.
 */
horizonSeconds: number
/**
 * Error budget of the whole release: the share of healthy releases that may fail.
 */
alpha: number
queries: Queries
/**
 * @minItems 1
 */
objectives: [CatalogueObjective, ...(CatalogueObjective)[]]
}
/**
 * PromQL templates for one side of the release. <namespace>, <app>, <hash> and <window> are filled in after validation; each answers one series, buckets one per le.
 */
export interface Queries {
/**
 * Requests in a window.
 */
requests: string
/**
 * Failed requests in a window; 0 when there are none.
 */
errors: string
/**
 * Requests in a window, cumulative per le (seconds).
 */
buckets: string
/**
 * Age of the newest sample in seconds.
 */
up: string
}
export interface CatalogueObjective {
metric: MetricName
limit: Limit
}
/**
 * An absolute limit: a ratio from 0 to 1, or seconds.
 */
export interface AtMost {
kind: "at-most"
value: number
}
/**
 * A limit relative to the stable side.
 */
export interface TimesStable {
kind: "times-stable"
times: number
}
