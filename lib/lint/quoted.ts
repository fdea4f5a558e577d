/** What a text in quotes says. */
export function unquoted(token: string): string {
  const inner = token.slice(1, -1);
  return token.startsWith('`') || !inner.includes('\\') ? inner : inner.replaceAll(/\\(.)/gs, '$1');
}
