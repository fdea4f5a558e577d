import type { IConstruct } from 'constructs';
import { nearest } from './lint/text';
import { reject } from './problems';
import shapes from './props.generated.json';

/** Names of props; for each the words that it takes with bars between them, the props of the object that it takes, or nothing. */
export interface Shape {
  readonly [prop: string]: Shape | string;
}

/**
 * Rejects a misspelt prop and a misspelt word: a synth runs `main.ts` without its types. Whatever else has a wrong type is the compiler's to tell.
 *
 * @param made the construct's class by its name; a class of a user that extends it has props of its own, and is not checked
 */
export function checkProps(construct: IConstruct, made: { readonly [name in keyof typeof shapes]?: unknown }, props: object): void {
  for (const [name, type] of Object.entries(made)) {
    const shape = (shapes as Readonly<Record<string, Shape>>)[name]; // generated
    if (construct.constructor === type && shape) for (const problem of problemsOf(props, shape, name, '')) reject(construct, problem);
  }
}

function problemsOf(value: object, shape: Shape, of: string, path: string): readonly string[] {
  return Object.entries(value).flatMap(([prop, came]) => {
    const known = shape[prop];
    if (came === undefined) return [];
    if (known === undefined) {
      const near = nearest(prop, Object.keys(shape));
      const way = near === undefined ? `it has ${Object.keys(shape).join(', ')}` : `did you mean ${path}${near}?`;
      return [`${path}${prop}: no prop of ${of}; ${way}`];
    }
    if (came === null || known === '') return [];
    if (typeof known === 'object') {
      const objects = (Array.isArray(came) ? came : [came]).filter((one) => typeof one === 'object' && one !== null);
      return objects.flatMap((one) => problemsOf(one, known, `${path}${prop}`, `${path}${prop}.`));
    }
    const words = known.split('|');
    return words.includes(JSON.stringify(came)) ? [] : [`${path}${prop}: ${words.join(' or ')}, got ${JSON.stringify(came)}`];
  });
}
