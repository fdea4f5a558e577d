import { createHash } from 'node:crypto';
import { plotStyle } from './plot';
import { style } from './style';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** What a browser may do with a page of this service: show it. No script, nothing from elsewhere, and only the two styles that we wrote. */
export const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'style-src': [hashOf(style), hashOf(plotStyle())],
    'img-src': ["'self'", 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
};
