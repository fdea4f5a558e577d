import type { Release } from '../../lib/release';
import type { Version } from './canned';
import { blueGreenDeployment, blueGreenRollout, canaryDeployment, canaryRollout } from './releases';

export const stable = { version: '1.0.0', hash: 'aaaaaaaaaa', track: 'stable', rps: 100, failing: 0.2, within: [0.992, 1, 1] } as const;
const canary = { version: '2.0.0', hash: 'bbbbbbbbbb', track: 'canary', rps: 20 } as const;

/** The canned releases, each an app of its own. */
export const canned: Readonly<Record<string, { readonly release: Release; readonly versions: readonly Version[] }>> = {
  good: {
    release: canaryRollout({ name: 'good' }),
    versions: [
      { ...stable, app: 'good' },
      { ...canary, app: 'good' },
    ],
  },
  // 8 % fail, and one in fifty takes between one and four seconds.
  bad: {
    release: canaryRollout({ name: 'bad' }),
    versions: [
      { ...stable, app: 'bad' },
      { ...canary, app: 'bad', failing: 1.6, within: [0.9, 0.98, 1] },
    ],
  },
  bothbad: {
    release: canaryRollout({ name: 'bothbad' }),
    versions: [
      { ...stable, app: 'bothbad', failing: 8 },
      { ...canary, app: 'bothbad', failing: 1.6 },
    ],
  },
  idle: {
    release: canaryRollout({ name: 'idle' }),
    versions: [
      { ...stable, app: 'idle', rps: 0, failing: 0 },
      { ...canary, app: 'idle', rps: 0, failing: 0 },
    ],
  },
  // The canary failed a fifth of its requests until it was taken away in the twelfth minute.
  rollback: {
    release: canaryRollout({ name: 'rollback' }),
    versions: [
      { ...stable, app: 'rollback' },
      { ...canary, app: 'rollback', failing: 4, gone: 720 },
    ],
  },
  // The new side takes over all traffic in the twentieth minute; the old one stays and idles.
  switch: {
    release: blueGreenRollout({ name: 'switch' }),
    versions: [
      { app: 'switch', version: '1.0.0', hash: 'cccccccccc', rps: 40, traffic: [0, 1_200] },
      { app: 'switch', version: '2.0.0', hash: 'dddddddddd', track: 'active', rps: 40, failing: 0.2, traffic: [1_200, 9_999] },
    ],
  },
  plain: {
    release: blueGreenDeployment({ name: 'plain' }),
    versions: [
      { app: 'plain', version: 'blue', hash: 'eeeeeeeeee', rps: 30, traffic: [0, 600] },
      { app: 'plain', version: 'green', hash: 'ffffffffff', rps: 30, traffic: [600, 9_999] },
    ],
  },
  mesh: {
    release: canaryDeployment({ name: 'mesh' }),
    versions: [
      { ...stable, app: 'mesh' },
      { ...canary, app: 'mesh', failing: 1.6, within: [0.9, 0.98, 1] },
    ],
  },
  // A change of the configuration alone: two revisions, one version.
  twin: { release: canaryDeployment({ name: 'twin' }), versions: [{ ...stable, app: 'twin' }] },
};
