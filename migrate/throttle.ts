/** What the throttle looks at, measured once a second. Undefined where this server or this user cannot tell. */
export interface Signals {
  readonly lagMs?: number | undefined;
  /** Share of the cache that is dirty, 0 to 1. From 0.2 on the server makes its clients evict. */
  readonly dirtyRatio?: number | undefined;
  /** The server's own flow control holds back writers, ours and the application's. */
  readonly flowControlled?: boolean | undefined;
  readonly oplogHours?: number | undefined;
  readonly paused?: boolean | undefined;
  readonly pauseReason?: string | undefined;
  /** The probe itself failed: unknown is not healthy. */
  readonly unknown?: string | undefined;
}

export interface ThrottleLimits {
  readonly lagMs: { readonly slow: number; readonly pause: number };
  readonly dirtyRatio: { readonly slow: number; readonly pause: number };
  readonly oplogHours: number;
}

/** Well before the server's own limits: its flow control starts at 5 s of lag, and hits the application as well. */
export const defaultThrottleLimits: ThrottleLimits = {
  lagMs: { slow: 1000, pause: 2000 },
  dirtyRatio: { slow: 0.08, pause: 0.15 },
  oplogHours: 24,
};

export interface Pressure {
  /** Nothing is written while there is one. */
  readonly pause: readonly string[];
  /** As long as there is one, every batch is followed by a rest of its own length. */
  readonly slow: readonly string[];
}

/** Any single reason is enough. */
export function pressureOf(signals: Signals, limits: ThrottleLimits = defaultThrottleLimits): Pressure {
  const { lagMs, dirtyRatio, flowControlled, oplogHours, paused, pauseReason, unknown } = signals;
  const levels = [
    level(lagMs, limits.lagMs, (value) => `replication lag ${(value / 1000).toFixed(1)} s`),
    level(dirtyRatio, limits.dirtyRatio, (value) => `dirty cache ${(value * 100).toFixed(0)} %`),
    flowControlled && { kind: 'pause', reason: 'flow control of the server' },
    oplogHours !== undefined &&
      oplogHours < limits.oplogHours && {
        kind: 'pause',
        reason: `oplog window ${oplogHours.toFixed(1)} h of ${limits.oplogHours} h (throttle --oplog-hours)`,
      },
    paused && { kind: 'pause', reason: `paused${pauseReason ? `: ${pauseReason}` : ''}` },
    unknown !== undefined && { kind: 'pause', reason: `no measurement: ${unknown}` },
  ].filter((one) => typeof one === 'object');
  const reasons = (kind: string) => levels.filter((one) => one.kind === kind).map((one) => one.reason);
  return { pause: reasons('pause'), slow: reasons('slow') };
}

function level(value: number | undefined, limit: { readonly slow: number; readonly pause: number }, say: (value: number) => string) {
  if (value === undefined || value <= limit.slow) return false;
  return { kind: value > limit.pause ? 'pause' : 'slow', reason: say(value) };
}
