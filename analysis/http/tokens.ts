import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The accepted tokens. Several at a time, so that one can be replaced while callers still use the other. */
export interface Tokens {
  accepts(token: string): Promise<boolean>;
  /** The newest token, to derive keys from. */
  first(): Promise<string>;
}

/** How long a file is trusted before it is read again. */
const rereadMs = 5_000;

/** Tokens of a file, one per line; a changed file counts within five seconds. */
export function tokensOfFile(file: string, clock: () => number): Tokens {
  let tokens: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const current = async () => {
    if (clock() - readAt < rereadMs) return tokens;
    tokens = (await readFile(file, 'utf8')).split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    readAt = clock();
    return tokens;
  };
  return {
    accepts: async (token) => isOneOf(token, await current()),
    first: async () => {
      const [first] = await current();
      if (first === undefined) throw new Error('TOKEN_FILE: must hold at least one token, one per line');
      return first;
    },
  };
}

/** Compares with every token, and takes as long whether or not one is right. */
function isOneOf(given: string, tokens: readonly string[]): boolean {
  const hash = digest(given);
  return tokens.map((token) => timingSafeEqual(digest(token), hash)).includes(true);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
