import { dump, load, YAMLException } from 'js-yaml';

/**
 * Plain data as YAML that every parser reads alike: what YAML 1.1 would take for a boolean, a number or a time is quoted.
 * js-yaml writes a manifest about four times as fast as the writer of cdk8s, which builds a document of nodes first.
 *
 * @param value as `toJson()` of an ApiObject gives it; fields that are undefined are left out
 * @param quoteStyle single where the texts are full of double quotes, as PromQL is
 */
export function toYaml(value: object, quoteStyle: 'double' | 'single' = 'double'): string {
  return dump(value, { lineWidth: -1, noRefs: true, quoteStyle, skipInvalid: true });
}

/** The data of one document of YAML; undefined for a text that is none. */
export function fromYaml(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
