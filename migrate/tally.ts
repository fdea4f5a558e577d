import type { Progress } from './api';
import type { Clock } from './clock';
import type { BatchResult } from './work';

const window = 10_000;

/** What this process has done so far, and how fast. */
export class Tally {
  batches = 0;
  scanned = 0;
  modified = 0;
  fenced = 0;
  quarantined = 0;
  batchMs = 0;
  private scannedInPass = 0;
  private modifiedInPass = 0;
  private pass = 0;
  private seen: { readonly pass: number; readonly marks: { readonly at: number; readonly passed: number }[] } = { pass: 0, marks: [] };
  private readonly recent: { readonly at: number; readonly scanned: number }[] = [];

  /** @param batchSize shared by all streams: they load the same server */
  constructor(
    private readonly clock: Clock,
    public batchSize: number,
  ) {}

  add(pass: number, { scanned, modified, quarantined }: BatchResult, ms: number): void {
    if (pass !== this.pass) [this.pass, this.scannedInPass, this.modifiedInPass] = [pass, 0, 0];
    this.batches += 1;
    this.scanned += scanned;
    this.modified += modified;
    this.quarantined += quarantined;
    this.scannedInPass += scanned;
    this.modifiedInPass += modified;
    this.batchMs = ms;
    const now = this.clock.monotonic();
    this.recent.push({ at: now, scanned });
    while ((this.recent[0]?.at ?? now) < now - window) this.recent.shift();
  }

  progress(of: Pick<Progress, 'migration' | 'activity' | 'pass' | 'ranges' | 'passed' | 'total' | 'lagMs' | 'throttle'>): Progress {
    const rate = this.rate();
    const left = of.ranges.done === of.ranges.total ? 0 : Math.max(0, of.total - of.passed);
    const together = this.together(of.pass, of.passed) ?? rate;
    return {
      ...of,
      ...{ scanned: this.scannedInPass, modified: this.modifiedInPass, quarantined: this.quarantined },
      ...{ rate: Math.round(rate), etaSeconds: together > 0 ? Math.round(left / together) : undefined },
      ...{ batch: this.batchSize, batchMs: Math.round(this.batchMs) },
    };
  }

  /** Documents a second of all processes, between two looks at their checkpoints; undefined at the first. */
  private together(pass: number, passed: number): number | undefined {
    if (this.seen.pass !== pass) this.seen = { pass, marks: [] };
    const { marks } = this.seen;
    const now = this.clock.monotonic();
    marks.push({ at: now, passed });
    while ((marks[1]?.at ?? now) < now - window) marks.shift();
    const [first] = marks;
    return first && now - first.at >= 500 ? ((passed - first.passed) * 1000) / (now - first.at) : undefined;
  }

  private rate(): number {
    const first = this.recent[0];
    if (first === undefined) return 0;
    const seconds = Math.max(0.1, (this.clock.monotonic() - first.at) / 1000);
    return this.recent.reduce((sum, { scanned }) => sum + scanned, 0) / seconds;
  }
}
