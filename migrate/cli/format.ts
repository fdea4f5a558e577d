import { stringify } from 'yaml';

/** A result for people, as indented text, or for programs, as one JSON line. */
export function formatResult(result: unknown, format: 'text' | 'json'): string {
  // Through JSON first: dates and object ids become text, undefined goes.
  const plain: unknown = JSON.parse(JSON.stringify(result ?? null));
  return format === 'json' ? `${JSON.stringify({ event: 'result', result: plain })}\n` : stringify(plain, { lineWidth: 0 });
}
