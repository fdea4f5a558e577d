import type { Control } from './api';
import type { Clock } from './clock';
import type { Log } from './log';
import type { Probe } from './signals';
import { defaultThrottleLimits, type Pressure, pressureOf, type Signals, type ThrottleLimits } from './throttle';

/** With the time of the probe itself, a limit that is passed shows within a second. */
const probeEveryMs = 800;

/**
 * Lets batches through or holds them, off their path: a probe about once a second, and every stream asks before each batch.
 * After a pause nothing is written before a probe has seen the pressure gone.
 */
export class Governor {
  signals: Signals = {};
  control: Control = {};
  unmeasured: readonly string[] = [];
  /** Seconds spent waiting, by reason. */
  readonly throttledMs = new Map<string, number>();
  private pressure: Pressure = { pause: ['no measurement yet'], slow: [] };
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly probe: Probe,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly limits?: ThrottleLimits,
  ) {}

  /** Measures once, then again and again until stopped. */
  async start(): Promise<void> {
    await this.measure();
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Why nothing is written, or why it is written slowly. */
  get reasons(): readonly string[] {
    return [...this.pressure.pause, ...this.pressure.slow.map((reason) => `${reason} (slow)`)];
  }

  /** Resolves when the next batch may start, or when the signal aborts. */
  async ready(signal: AbortSignal): Promise<void> {
    while (this.pressure.pause.length > 0 && !signal.aborted) {
      await this.clock.sleep(probeEveryMs / 4, signal);
      for (const reason of this.pressure.pause) {
        const kind = reason.replace(/[\d.]+/g, '').trim();
        this.throttledMs.set(kind, (this.throttledMs.get(kind) ?? 0) + probeEveryMs / 4);
      }
    }
  }

  /** The rest after a batch of one of some streams: its own length again under light pressure, or what a limit of documents a second asks for. */
  restAfter(documents: number, ms: number, streams: number): number {
    const { maxDocsPerSec } = this.control;
    const paced = maxDocsPerSec ? ((documents * streams) / maxDocsPerSec) * 1000 - ms : 0;
    return Math.max(0, paced, this.pressure.slow.length > 0 ? ms : 0);
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.clock.sleep(probeEveryMs, this.stopping.signal);
      if (!this.stopping.signal.aborted) await this.measure();
    }
  }

  private async measure(): Promise<void> {
    const before = this.reasons.join();
    try {
      const { signals, control, unmeasured } = await this.probe.read();
      this.signals = signals;
      this.control = control;
      this.unmeasured = unmeasured;
      const { oplogHours = (this.limits ?? defaultThrottleLimits).oplogHours } = control;
      this.pressure = pressureOf(signals, { ...(this.limits ?? defaultThrottleLimits), oplogHours });
    } catch (error) {
      // Not swallowed: an unknown state pauses, and the batches' own calls report a database that is really away.
      this.pressure = pressureOf({ unknown: error instanceof Error ? error.message : String(error) }, this.limits);
    }
    if (this.reasons.join() !== before) this.log.info({ reasons: this.reasons }, this.pressure.pause.length > 0 ? 'throttled' : 'running');
  }
}
