// GENERATED from analysis/contract/judgement-request.schema.json by `npm run build`. Do not edit.

/**
 * What Argo Rollouts posts at every look. Argo substitutes arguments as text, so every value is a string.
 */
export interface JudgementRequest {
/**
 * Name of the Rollout; the catalogue must know it.
 */
rollout: string
/**
 * Namespace of the Rollout.
 */
namespace: string
/**
 * Pod template hash of the version under judgement.
 */
canaryHash: string
/**
 * Pod template hash of the version it replaces; equal to canaryHash when there is none.
 */
stableHash: string
/**
 * Where the release stands. step: in a canary stage; background: besides the stages; post: after a blue/green switch.
 */
phase: ("step" | "background" | "post")
/**
 * all: every objective of the rollout. absolute: only those that need no traffic on the stable side (the stage at 100 percent, and after a switch).
 */
objectives: ("all" | "absolute")
/**
 * Percentage of the traffic that the canary gets in this stage, for the record.
 */
weight?: string
}
