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

  progress(of: Pick<Progress, 'migration' | 'activity' | 'pass' | 'ranges' | 'total' | 'lagMs' | 'throttle'>): Progress {
    const rate = this.rate();
    const { done, total } = of.ranges;
    const left = total > 0 ? of.total * (1 - done / total) : 0;
    return {
      ...of,
      ...{ scanned: this.scannedInPass, modified: this.modifiedInPass, quarantined: this.quarantined },
      ...{ rate: Math.round(rate), etaSeconds: rate > 0 ? Math.round(left / rate) : undefined },
      ...{ batch: this.batchSize, batchMs: Math.round(this.batchMs) },
    };
  }

  private rate(): number {
    const first = this.recent[0];
    if (first === undefined) return 0;
    const seconds = Math.max(0.1, (this.clock.monotonic() - first.at) / 1000);
    return this.recent.reduce((sum, { scanned }) => sum + scanned, 0) / seconds;
  }
}
