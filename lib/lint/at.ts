/**
 * A place in a manifest: a value of any shape and the way to it. Reading never throws; what is not there, or has another shape, has no value.
 *
 * @example at.get('spec', 'strategy', 'canary', 'steps').list()[0]?.get('setWeight').number
 */
export class At {
  constructor(
    readonly value: unknown,
    private readonly parent?: At,
    readonly key: string | number = '',
  ) {}

  get(...keys: readonly (string | number)[]): At {
    let at: At = this;
    for (let index = 0; index < keys.length; index++) at = at.child(keys[index] ?? '');
    return at;
  }

  private child(key: string | number): At {
    return new At(child(this.value, key), this, key);
  }

  /** The same place with what its text means: JSON inside of a ConfigMap. */
  with(value: unknown): At {
    return new At(value, this.parent, this.key);
  }

  /** Elements of a list; none when it is no list. */
  list(): readonly At[] {
    const elements: At[] = [];
    if (Array.isArray(this.value))
      for (let index = 0; index < this.value.length; index++) elements.push(new At(this.value[index], this, index));
    return elements;
  }

  /** Fields of an object; none when it is no object. */
  fields(): readonly At[] {
    return this.keys.map((key) => this.child(key));
  }

  /** The object's own keys. */
  get keys(): readonly string[] {
    return isObject(this.value) ? Object.keys(this.value) : [];
  }

  has(key: string): boolean {
    return isObject(this.value) && Object.hasOwn(this.value, key) && this.value[key] !== null && this.value[key] !== undefined;
  }

  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : undefined;
  }

  /** A number, or a text that is one: what Kubernetes calls int-or-string. */
  get count(): number | undefined {
    if (typeof this.value === 'string' && /^\d+$/.test(this.value)) return Number(this.value);
    return this.number;
  }

  /** Those fields of an object that are texts: labels, selectors, annotations. */
  get texts(): Readonly<Record<string, string>> {
    const { value } = this;
    if (!isObject(value)) return {};
    return Object.keys(value).every((key) => typeof value[key] === 'string')
      ? (value as Readonly<Record<string, string>>) // every value was just seen to be a text
      : Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  get root(): At {
    let at: At = this;
    while (at.parent) at = at.parent;
    return at;
  }

  /** Keys from the root. */
  get steps(): readonly (string | number)[] {
    return this.parent ? [...this.parent.steps, this.key] : [];
  }

  /** `spec.steps[3].pause` */
  get path(): string {
    return this.steps
      .map((step) => (typeof step === 'number' ? `[${step}]` : /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
      .join('')
      .replace(/^\./, '');
  }

  /** The value on one short line, for messages. */
  get short(): string {
    if (!this.given) return 'nothing';
    const text = JSON.stringify(this.value) ?? typeof this.value;
    return text.length > 80 ? `${text.slice(0, 77)}...` : text;
  }
}

type Dictionary = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
