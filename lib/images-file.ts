import type { ErrorObject } from 'ajv';
import type { Images } from './images.generated';
import { validate } from './images.validate.generated';
import { fromYaml } from './yaml';

/** The entries of `images.yaml` by app, or every violation with its line. */
export interface ParsedImages {
  readonly entries: Readonly<Images>;
  readonly problems: readonly string[];
}

/** Reads the text of `images.yaml`. */
export function parseImages(text: string): ParsedImages {
  const value = fromYaml(text);
  return validate(value) ? { entries: value, problems: [] } : problemsOf(text);
}

/** The slower parser knows where everything stands; it is loaded for a file that needs it. */
function problemsOf(text: string): ParsedImages {
  const { isMap, LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors.map((error) => `images.yaml:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  if (syntax.length > 0) return { entries: {}, problems: syntax };
  const value: unknown = document.toJS();
  if (validate(value)) return { entries: value, problems: [] };
  const lineOf = (path: readonly string[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
      const key = isMap(parent) ? parent.items.find((item) => String(item.key) === path[depth - 1])?.key : undefined;
      const range = (key as { range?: [number, number, number] } | undefined)?.range; // a scalar node of the parser carries its range
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'propertyNames');
  return { entries: {}, problems: errors.map((error) => describe(error, lineOf)) };
}

function describe(error: ErrorObject, lineOf: (path: readonly string[]) => number): string {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra = error.params['additionalProperty'] as string | undefined; // ajv names it for this keyword only
  const at = extra !== undefined ? [...path, extra] : error.propertyName !== undefined ? [...path, error.propertyName] : path;
  const wrong = extra !== undefined ? 'is no field of an image; it has repository, tag and digest' : error.message;
  return `images.yaml:${lineOf(at)}: ${at.join('.') || 'the file'}: ${wrong}`;
}
