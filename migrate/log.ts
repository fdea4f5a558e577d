/** What the engine needs of a logger; pino fits. One line per event, as data. */
export interface Log {
  info(data: Readonly<Record<string, unknown>>, event: string): void;
  warn(data: Readonly<Record<string, unknown>>, event: string): void;
  error(data: Readonly<Record<string, unknown>>, event: string): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One JSON line per event on a stream, for entries that have no logger of their own. */
export function jsonLog(write: (line: string) => void): Log {
  const at = (lvl: string) => (data: Readonly<Record<string, unknown>>, event: string) =>
    write(`${JSON.stringify({ ts: new Date().toISOString(), lvl, event, ...data })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
