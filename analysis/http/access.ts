import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors';
import type { Tokens } from './tokens';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a token: probes, metrics and the description of the API. */
    readonly open?: boolean;
  }
}

/**
 * Lets a request through, or ends it with 401 and nothing else.
 *
 * A token comes as `Authorization: Bearer <token>`, or as the password of Basic: that is what a browser can ask a person for,
 * and all that Argo's kayenta provider can send. Without tokens only this machine may ask.
 */
export function guard(tokens: Tokens | null): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    if (request.routeOptions.config.open === true) return;
    const token = tokenOf(request.headers.authorization);
    const allowed = tokens === null ? isLoopback(request.ip) : token !== null && (await tokens.accepts(token));
    if (allowed) return;
    void reply.header('www-authenticate', 'Basic realm="bluecanary", charset="UTF-8"');
    throw new ServiceError('unauthorized');
  };
}

function tokenOf(authorization: string | undefined): string | null {
  const [, scheme = '', value = ''] = /^(\w+) +(\S{1,4096})$/.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return null;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null;
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}
