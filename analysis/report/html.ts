/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Content = Html | string | number | null | readonly Content[];

/**
 * HTML from a template: what is put in is escaped, unless it is HTML itself.
 *
 * @example html`<p>${'<script>'}</p>`.html // '<p>&lt;script&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: strings.reduce((text, part, i) => `${text}${textOf(values[i - 1] ?? null)}${part}`) };
}

/** Takes text as HTML. Only for what this program has made itself. */
export function trusted(text: string): Html {
  return { html: text };
}

function textOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'html' in content ? content.html : content.map(textOf).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
