// GENERATED from analysis/contract/judgement.schema.json by `npm run build`. Do not edit.

/**
 * Pass: within limits, with evidence. Fail: over a limit, with evidence. Inconclusive: everything else.
 */
export type Verdict = ("Pass" | "Fail" | "Inconclusive")
/**
 * Why, in a form that alerts and tests may compare.
 */
export type ReasonCode = ("healthy" | "over-limit" | "worse-than-stable" | "no-canary-data" | "no-stable-data" | "too-little-evidence" | "stale-data" | "not-finite" | "provider-unreachable" | "provider-timeout" | "provider-overloaded" | "provider-rejected" | "provider-malformed" | "provider-partial" | "store-unreachable" | "no-baseline")

/**
 * One answer of the judge: under 1 kB, stable in shape, every number finite or null. The AnalysisRun keeps it.
 */
export interface Judgement {
/**
 * Leads to the full record: GET /v1/judgements/{id} and the page /judgements/{id}.
 */
id: string
verdict: Verdict
reason: ReasonCode
/**
 * One sentence for a person.
 */
message: string
rollout: string
judge: ("split" | "kayenta")
window: JudgedWindow
metrics: MetricJudgement[]
}
/**
 * The data that the verdict rests on.
 */
export interface JudgedWindow {
/**
 * Start of the first window, seconds since 1970; null without data.
 */
from: (number | null)
/**
 * End of the last window, seconds since 1970.
 */
to: (number | null)
/**
 * Length of one window.
 */
seconds: number
/**
 * Windows with traffic on the canary.
 */
count: number
}
export interface MetricJudgement {
name: string
verdict: Verdict
reason: ReasonCode
canary: Side
stable: Side
/**
 * Estimated ratio of odds: canary to stable (of latency, beyond the tolerated slowdown), or canary to what its limit allows, whichever decided.
 */
ratio: (number | null)
/**
 * Confidence sequence for the ratio, valid at every look: low, high.
 * 
 * @minItems 2
 * @maxItems 2
 */
interval: [(number | null), (number | null)]
/**
 * Evidence against the canary so far (log of the e-value).
 */
evidence: (number | null)
/**
 * Evidence at which the metric fails (log of 1 over its share of alpha).
 */
bound: (number | null)
}
export interface Side {
/**
 * Requests (or samples of a gauge).
 */
n: (number | null)
/**
 * Events among them: errors, or requests slower than the bound that decided.
 */
bad: (number | null)
/**
 * The metric itself, in its unit (ratio 0 to 1, or seconds).
 */
value: (number | null)
}
