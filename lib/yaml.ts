import { Yaml } from 'cdk8s';

/**
 * A manifest as text, byte for byte what `Yaml.stringify` of cdk8s makes of it, in a tenth of the time.
 *
 * The library builds a document of nodes and tries every YAML 1.1 type on every text. Nearly all texts of manifests are of a few plain forms,
 * and those are written here; every other text is the library's.
 *
 * @param manifest plain data without cycles, as `toJson()` of an ApiObject gives it
 */
export function toYaml(manifest: object): string {
  return `${block(manifest, '')}\n`;
}

/** A value as it stands after `key: ` or `- `, its further lines at an indent. */
function block(value: unknown, indent: string): string {
  if (typeof value === 'string') return text(value, indent);
  if (typeof value === 'number' && Number.isFinite(value)) return Object.is(value, -0) ? '-0' : JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : list(value, indent);
  if (typeof value !== 'object') return byLibrary(value, indent);
  const pairs = Object.entries(value);
  return pairs.length === 0 ? '{}' : pairs.map(([key, child]) => `${keyed(key, indent)}${after(child, indent)}`).join(`\n${indent}`);
}

function list(items: readonly unknown[], indent: string): string {
  return items.map((item) => `- ${block(item, `${indent}  `)}`).join(`\n${indent}`);
}

/** What follows a key: a scalar or an empty collection on its line, anything else below it. */
function after(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  const below = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return below ? `:\n${deeper}${block(value, deeper)}` : `: ${block(value, deeper)}`;
}

/** Texts without blank and colon that begin like no other type, and numbers with a unit. */
const obvious = /^(?:(?:--)?[A-Za-z/$][\w./$()@%+,=~^-]*|\d+(?:m|s|h|Ki|Mi|Gi))$/;

/** What YAML 1.1 reads as a boolean, as nothing or, without a digit before it, as an exponent. */
const words = /^(?:[Yy](?:es)?|YES|[Tt]rue|TRUE|[Oo]n|ON|[Nn]o?|NO|[Ff]alse|FALSE|[Oo]ff|OFF|[Nn]ull|NULL|~|[eE][-+]?\d+)$/;

/** What YAML 1.1 reads as a number: whole, in another base, with a fraction or an exponent, in sixties. */
const numeric = new RegExp(
  `^(?:${[
    String.raw`[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|\d[\d_]*)`,
    String.raw`[-+]?(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d+)?`,
    String.raw`[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)`,
    String.raw`[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?`,
  ].join('|')})$`,
);

/** How the times and merges of YAML 1.1 begin. */
const rare = /^(?:\d{4}-\d|<<|[-+.]?$)/;

/** Where quotes are needed. */
const indicator = /^[ ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-] |: | #|[ :]$/;

const printable = /^[ -~]*$/;

function text(value: string, indent: string): string {
  if (obvious.test(value)) return words.test(value) ? `"${value}"` : value;
  if (value === '') return '""';
  if (!printable.test(value)) return literal(value, indent) ?? byLibrary(value, indent);
  if (rare.test(value)) return byLibrary(value, indent);
  return indicator.test(value) || words.test(value) || numeric.test(value) ? quoted(value) : value;
}

function quoted(value: string): string {
  return value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}

/** A text of several printable lines that begins with no line break and ends with at most one. */
function literal(value: string, indent: string): string | undefined {
  if (!value.includes('\n') || !/^ *[!-~][ -~\n]*[!-~]\n?$/.test(value)) return undefined;
  const ended = value.endsWith('\n');
  const body = ended ? value.slice(0, -1) : value;
  // Blanks at the begin are content: the depth of the block must then be said.
  return `|${value.startsWith(' ') ? '2' : ''}${ended ? '' : '-'}\n${indent}${body.replaceAll(/\n+/g, `$&${indent}`)}`;
}

/** Keys of manifests are short; at the top the library has one rule more for them than below. */
function keyed(key: string, indent: string): string {
  if (obvious.test(key) && !words.test(key)) return key;
  const written = indent === '' ? Yaml.stringify({ [key]: 0 }) : Yaml.stringify({ a: { [key]: 0 } }).slice('a:\n  '.length);
  return written.slice(0, -': 0\n'.length);
}

/** The library writes into a map, at an indent of two; further lines move to where they belong. */
function byLibrary(value: unknown, indent: string): string {
  const written = Yaml.stringify({ a: value }).slice('a: '.length, -1);
  return written.replaceAll(/\n(?=[^\n])/g, `\n${indent.slice(2)}`);
}
