/** A section that another part adds to the runbook of a release: one per alert. */
export interface RunbookSection {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}
