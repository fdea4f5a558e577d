/** For app code: two versions on one schema. Imports the driver's types only; the app brings its own client. */
export type { Authority } from './authority';
export { type VersionedCollection, versionedCollection } from './collection';
export { type ClientVersions, heartbeat } from './heartbeat';
export { isAtLeast, type LedgerAuthority, ledgerAuthority } from './ledger-authority';
export { type NewName, type OldName, users } from './users';
export { asUpdate, type Both, type DualUpdate, type Versioned, type VersionedOptions, versioned } from './versioned';
