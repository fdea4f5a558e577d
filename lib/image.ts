import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseImages } from './images-file';

const component = '[a-z0-9]+(?:(?:[.]|_{1,2}|-+)[a-z0-9]+)*';
const registry = '[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::[0-9]{1,5})?/';
/** `registry:port/path:tag@digest`; the schema of images.yaml has the same repository. */
const pattern = new RegExp(
  `^(?:${registry})?${component}(?:/${component})*(?::(?<tag>[A-Za-z0-9_][\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`,
);

/** A container image, pinned or not. Constructs also take the plain reference as text. */
export class Image {
  private constructor(
    /** `repository:tag@digest`, as a container names it. */
    readonly reference: string,
    /** Version for people and for the `version` label. */
    readonly version: string,
    /** Whether the digest decides what runs. */
    readonly pinned: boolean,
    /** What is wrong with it, for the report of the construct that uses it. */
    readonly problem?: string,
  ) {}

  /** `IfNotPresent` for a digest, which cannot change; `Always` for a tag, which can. */
  get pullPolicy(): 'IfNotPresent' | 'Always' {
    return this.pinned ? 'IfNotPresent' : 'Always';
  }

  /**
   * Reads a reference such as `catalog:2.1.0` or `registry.example.com/catalog:2.1.0@sha256:...`.
   *
   * @param where the prop that holds it, for the message
   */
  static of(reference: string | Image, where = 'image'): Image {
    if (reference instanceof Image) return reference;
    const match = pattern.exec(reference);
    const { tag, digest } = match?.groups ?? {};
    if (!match || (tag === undefined && digest === undefined)) {
      const way = 'write repository:tag@sha256:..., or images("name") with an entry in images.yaml';
      return new Image(reference, 'unknown', false, `${where}: an image is repository:tag@digest, got "${reference}"; ${way}`);
    }
    return new Image(reference, tag ?? digest?.slice(7, 19) ?? 'unknown', digest !== undefined);
  }

  /** @internal */
  static broken(problem: string): Image {
    return new Image('invalid', 'invalid', true, problem);
  }
}

/**
 * The image of an app in `images.yaml`, the only file that changes when a new version ships.
 * An unknown name or an invalid file is reported by the construct that gets the image, with every violation and its line.
 *
 * @example images('catalog').reference // registry.example.com/catalog:2.1.0@sha256:...
 */
export function images(name: string): Image {
  loaded ??= readImages(join(dirname(__dirname), 'images.yaml'));
  return loaded(name);
}

let loaded: ((name: string) => Image) | undefined;

/** @internal `images` over another file */
export function readImages(file: string): (name: string) => Image {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return (name) => Image.broken(`images("${name}"): images.yaml cannot be read; it stands beside main.ts, an entry per app`);
  }
  const { entries, problems } = parseImages(text);
  return (name) => {
    if (problems.length > 0) return Image.broken(problems.join('\n'));
    const entry = entries[name];
    if (entry === undefined) {
      return Image.broken(
        `images("${name}"): images.yaml has no such app, it has ${Object.keys(entries).sort().join(', ')}; add an entry with repository, tag and digest`,
      );
    }
    return Image.of(`${entry.repository}:${entry.tag}@${entry.digest}`);
  };
}
