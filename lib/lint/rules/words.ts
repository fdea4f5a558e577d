/** What the controller does with a Rollout that its validation refuses: only the first fault is shown. */
export const invalid = 'The controller marks the Rollout as invalid and does nothing.';

/** What happens to faults that show only when an analysis runs. */
export const runError = 'The AnalysisRun ends in Error, which aborts the release in the middle.';

/** A type of a schema in words. */
export function aOf(type: string): string {
  return (
    {
      integer: 'a whole number, without quotes',
      number: 'a number, without quotes',
      boolean: 'true or false',
      string: 'text: put it in quotes',
      array: 'a list',
      object: 'a map',
    }[type] ?? type
  );
}

export const templateKinds = ['AnalysisTemplate', 'ClusterAnalysisTemplate'] as const;
