import { createHmac, timingSafeEqual } from 'node:crypto';
import type { JudgementRequest } from '../contract/judgement-request.generated';

/** All that an execution is: any replica can carry it out, at any time. */
export interface Execution {
  readonly request: JudgementRequest;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly thresholds: { readonly pass: number; readonly marginal: number };
}

/** Writes an execution as a text that can stand in a URL and that only holders of the key can make. */
export function executionId(execution: Execution, key: string): string {
  const payload = Buffer.from(JSON.stringify(execution)).toString('base64url');
  return `${payload}.${signature(payload, key)}`;
}

/** Reads it again; null unless it was signed with this key. */
export function executionOf(id: string, key: string): Execution | null {
  const [payload = '', given = '', ...more] = id.split('.');
  const right = Buffer.from(signature(payload, key));
  const signed = Buffer.from(given);
  if (more.length > 0 || signed.length !== right.length || !timingSafeEqual(signed, right)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Execution; // we wrote it: the signature says so
}

function signature(payload: string, key: string): string {
  return createHmac('sha256', `bluecanary kayenta execution ${key}`).update(payload).digest('base64url');
}
