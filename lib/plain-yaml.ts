/**
 * Block-style YAML of plain data: texts, numbers, lists and objects, whose undefined fields are left out. Long expressions become literal blocks.
 *
 * The rule tests of a fleet are tens of thousands of lines of the simplest kind, and a general YAML library takes half of a synth for them.
 */
export function plainYaml(value: unknown): string {
  return `${block(value, 0).trimStart()}\n`;
}

/** A value after `key:` or `-`, with its leading space or line break. */
function block(value: unknown, depth: number): string {
  if (typeof value === 'string') return ` ${scalar(value, depth)}`;
  if (typeof value !== 'object' || value === null) return ` ${value}`;
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${indent}- ${block(item, depth + 1).trimStart()}`).join('');
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return ' {}';
  return fields.map(([key, field]) => `\n${indent}${scalar(key, 0)}:${block(field, depth + 1)}`).join('');
}

/** The texts that need no quotes in any version of YAML: names, and durations such as 15m. */
const bare = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)(?:[A-Za-z][\w./-]*(?::[\w./-]+)*|\d+[smhd])$/i;

function scalar(text: string, depth: number): string {
  if (text.endsWith('\n')) return JSON.stringify(text);
  if (text.includes('\n')) {
    const indent = '  '.repeat(Math.max(depth, 1));
    // A block whose first line is indented has to say how far it is indented itself.
    const header = /^\n* /.test(text) ? '|2-' : '|-';
    return `${header}\n${text.replaceAll(/^(?=.)/gm, indent)}`;
  }
  return bare.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
