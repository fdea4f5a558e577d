import { fromYaml } from '../yaml';
import { At } from './at';
import { configOf } from './pod-references';
import { containersOf, podsOf } from './pods';
import type { References } from './references';
import type { Item } from './types';

/** An update in the text of a script for mongosh or the driver. */
export interface ScriptedUpdate {
  readonly at: At;
  /** Its arguments, as far as they are literals. */
  readonly filter: unknown;
  readonly update: unknown;
}

/** Scripts that a Job runs: words of its commands, and texts of the ConfigMaps that its pod mounts. */
export function scriptsOf(item: Item, references: References): readonly At[] {
  const pod = podsOf(references).get(item)?.pod ?? new At(undefined);
  const words = containersOf(pod).flatMap((container) => [...container.get('command').list(), ...container.get('args').list()]);
  const mounted = configOf(pod).flatMap(({ kind, name }) => {
    const found = kind === 'ConfigMap' ? references.find(kind, item.namespace, name) : undefined;
    return found ? found.root.get('data').fields() : [];
  });
  return [...words, ...mounted].filter(({ text }) => text !== undefined);
}

/** Updates of many documents at once in a script: `updateMany`, and `update` with `multi: true`. */
export function updatesIn(script: At): readonly ScriptedUpdate[] {
  const text = script.text ?? '';
  const calls = [...text.matchAll(/\.(updateMany|update)\s*\(/g)].slice(0, most.calls);
  return calls.flatMap((call) => {
    const [filter, update, options] = literals(text, call.index + call[0].length);
    if (call[1] === 'update' && !/\bmulti\s*:\s*true/.test(options ?? '')) return [];
    return [{ at: script, filter: literal(filter), update: literal(update) }];
  });
}

/** No script of a migration is longer than this; a text that nothing closes would be read again from every call. */
const most = { calls: 100, length: 20_000 };

/** Arguments of a call, each as it is written, up to the parenthesis that closes it. */
function literals(text: string, start: number): readonly string[] {
  const found: string[] = [];
  let [depth, from] = [0, start];
  for (let index = start; index < Math.min(text.length, start + most.length); index++) {
    const char = text[index] ?? '';
    // Quotes inside of a quoted word of a shell come with a backslash, both of them.
    if (`'"\``.includes(char)) {
      const quote = text[index - 1] === '\\' ? `\\${char}` : char;
      const end = text.indexOf(quote, index + 1);
      if (end === -1) return found;
      index = end + quote.length - 1;
      continue;
    }
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && depth > 0) depth--;
    else if (depth === 0 && (char === ',' || char === ')')) {
      found.push(text.slice(from, index));
      from = index + 1;
      if (char === ')') return found;
    }
  }
  return found;
}

/** A literal of JavaScript without functions is a flow collection of YAML; anything else is unknown. */
function literal(text: string | undefined): unknown {
  return text !== undefined && /^\s*[[{]/.test(text) ? fromYaml(text.trim().replaceAll('\\"', '"')) : undefined;
}
