/** Names of the pods that still run or start; terminating ones have stopped taking requests. */
export type PodList = readonly string[];
