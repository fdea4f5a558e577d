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
  const problems = errors.map((error) => {
    const at = placeOf(error);
    const came = at.length === 0 ? value : document.getIn(at);
    return { line: lineOf(at), text: `${at.join('.') || 'the file'}: ${sentence(error, at, came)}` };
  });
  return { entries: {}, problems: problems.sort((a, b) => a.line - b.line).map(({ line, text: what }) => `images.yaml:${line}: ${what}`) };
}

/** Keys from the top to what is wrong. */
function placeOf({ instancePath, params, propertyName }: ErrorObject): readonly string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra = params['additionalProperty'] as string | undefined; // ajv names it for this keyword only
  const last = extra ?? propertyName;
  return last === undefined ? path : [...path, last];
}

const shape = 'it has repository, tag and digest';
const forms: Readonly<Record<string, string>> = {
  repository: 'a repository is registry and name in lower case, without tag, such as registry.example.com/catalog',
  tag: 'a tag is text in quotes, without spaces, such as "2.1.0"',
  digest: 'a digest is sha256: and 64 hexadecimal digits',
};

/** What must hold, and what came. */
function sentence({ keyword, params, propertyName }: ErrorObject, at: readonly string[], came: unknown): string {
  if (keyword === 'additionalProperties') return `is no field of an image; ${shape}`;
  if (keyword === 'required') return `has no ${params['missingProperty']}; ${shape}`;
  if (propertyName !== undefined) return 'the name of an app is lower-case letters, digits and hyphens';
  if (at.length === 0) return 'an entry per app, each with repository, tag and digest';
  const form = at.length === 1 ? `an image has repository, tag and digest` : (forms[at.at(-1) ?? ''] ?? shape);
  return `${form}, got ${JSON.stringify(came)}`;
}
