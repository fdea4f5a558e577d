import { BlueGreenRollout, CanaryRollout, Migration } from '../../lib';
import { pinned, world } from './support';

export const repository = 'https://git.example.com/deploy.git';

/** A canary and a blue/green release with a migration. */
export function releases({ catchUp = false } = {}) {
  const { app, production, judge } = world();
  const migration = new Migration(production, 'full-name', {
    image: pinned('migrations'),
    backup: { image: pinned('tools'), claim: 'dumps' },
    catchUp,
  });
  const canary = new CanaryRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge });
  const blueGreen = new BlueGreenRollout(production, 'desk', { image: pinned('desk'), judgedBy: judge, migration });
  return { app, production, judge, migration, canary, blueGreen };
}
