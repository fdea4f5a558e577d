// GENERATED from lib/images.schema.json by `npm run build`. Do not edit.

/**
 * images.yaml: the image of every app. The only file that changes when a new version ships.
 */
export interface Images {
[k: string]: ImageEntry
}
export interface ImageEntry {
/**
 * Registry and name, without tag.
 */
repository: string
/**
 * Version for people; the digest decides what runs.
 */
tag: string
/**
 * sha256 of the image's manifest.
 */
digest: string
}
