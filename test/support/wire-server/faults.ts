import type { Document } from 'bson';

/** Something that goes wrong with the next commands of some names. */
export interface Fault {
  /** Names of commands: `update`, `findAndModify`. */
  readonly commands: readonly string[];
  /** Only these of them. */
  readonly where?: (body: Document) => boolean;
  /** @default 1 */
  readonly times?: number;
  /** Whether the command is carried out first. */
  readonly when: 'before' | 'after';
  /** `close` cuts the connection without a word; an error is answered; a delay answers late, but no later than its `maxTimeMS`. */
  readonly effect:
    | 'close'
    | { readonly code: number; readonly message?: string; readonly labels?: readonly string[] }
    | { readonly delayMs: number };
}

/** Faults in the order in which they were set; each is used up after its times. */
export class Faults {
  private readonly pending: { readonly fault: Fault; left: number }[] = [];
  /** How many have struck. */
  struck = 0;

  add(fault: Fault): void {
    this.pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.pending.length = 0;
  }

  next(name: string, body: Document): Fault | undefined {
    const index = this.pending.findIndex(({ fault }) => fault.commands.includes(name) && (fault.where?.(body) ?? true));
    const found = this.pending[index];
    if (found === undefined) return undefined;
    found.left -= 1;
    this.struck += 1;
    if (found.left <= 0) this.pending.splice(index, 1);
    return found.fault;
  }
}
