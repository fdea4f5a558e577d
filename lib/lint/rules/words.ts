/** What the controller does with a Rollout that its validation refuses: only the first fault is shown. */
export const invalid = 'The controller marks the Rollout as invalid and does nothing.';

/** What happens to faults that show only when an analysis runs. */
export const runError = 'The AnalysisRun ends in Error, which aborts the release in the middle.';

export const templateKinds = ['AnalysisTemplate', 'ClusterAnalysisTemplate'] as const;
