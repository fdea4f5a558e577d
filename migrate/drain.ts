import { cannotBeSeen } from './classify';
import type { ClientRow, LedgerRow } from './collections';
import type { Context } from './context';
import { hours } from './duration';
import { timeLimits } from './limits';
import { oldWritersAt } from './old-writers';
import type { Migration } from './types';

/** Contract has no way back: a pod that reports every minute and was silent so long is gone. */
const silence = hours(2);

/** What one look for the old version has shown: where it is, or why nobody could look. Neither: it is not there. */
interface Look {
  readonly left: readonly string[];
  readonly blind?: string;
}

/**
 * Why the old version may still be there. Three proofs that know nothing of each other: the cluster runs no such pod, no app says it is
 * one, and the database has no such connection. A proof that cannot be made is a reason, too.
 */
export async function notDrained(context: Context, migration: Migration, now: Date): Promise<readonly string[]> {
  const looks = [await podsLeft(context), appsLeft(await clientsOf(context), migration, now), await connectionsLeft(context)];
  return looks.flatMap(({ left, blind }) => [...left, ...(blind ? [blind] : [])]);
}

/**
 * Why the old version may still write when the new side becomes the right one, and nobody carries its writes over any more. There is a way
 * back from the switch, so one proof is enough: no such pod, or silence after reports, or the word of a person. But whatever is seen of it
 * counts more than a word. That no connection has its name shows little: one that knows nothing of reports may give itself no name.
 */
export async function stillWriting(
  context: Context,
  { schemaVersion }: Migration,
  { gone }: LedgerRow,
  now: Date,
): Promise<readonly string[]> {
  const { left, heardOf } = oldWritersAt(await clientsOf(context), schemaVersion, now);
  const pods = await podsLeft(context);
  const seen = [...pods.left, ...describe(left, schemaVersion), ...(await connectionsLeft(context)).left];
  if (seen.length > 0 || heardOf || gone || pods.blind === undefined) return seen;
  return [
    pods.blind,
    `apps: an old one must have reported before its silence shows that it is gone, got no report below schema ${schemaVersion}, ever; when you know it otherwise, run gone`,
  ];
}

const clientsOf = ({ collections }: Context): Promise<readonly ClientRow[]> =>
  collections.clients.find({}, { maxTimeMS: timeLimits.ledgerMs }).toArray();

async function podsLeft({ pods, settings: { oldPods } }: Context): Promise<Look> {
  if (oldPods === undefined)
    return { left: [], blind: 'pods: the label selector of the old version must be known, got none; set MIG_OLD_PODS' };
  if (pods === undefined) return { left: [], blind: 'pods: the cluster must be asked, got no service account; run this as a Job' };
  const left = await pods(oldPods);
  return { left: left.length > 0 ? [`pods: none of the old version (${oldPods}) may run, got ${left.join(', ')}; scale it down`] : [] };
}

function appsLeft(clients: readonly ClientRow[], { schemaVersion }: Migration, now: Date): Look {
  const heard = clients.filter(({ seenAt }) => now.getTime() - seenAt.getTime() < silence.ms);
  const old = heard.filter(({ schemaMax }) => schemaMax < schemaVersion);
  if (heard.length > 0) return { left: describe(old, schemaVersion) };
  return { left: [], blind: 'apps: at least one must report its schema versions, got none; without a report nobody is known to be gone' };
}

const describe = (clients: readonly ClientRow[], schemaVersion: number): readonly string[] =>
  clients.map(
    ({ _id, app, version, schemaMax }) =>
      `apps: none may write a schema older than ${schemaVersion}, got ${_id} (${app} ${version}, up to ${schemaMax})`,
  );

async function connectionsLeft({ client, settings: { oldClients } }: Context): Promise<Look> {
  if (oldClients.length === 0)
    return { left: [], blind: 'connections: the appName of the old version must be known, got none; set MIG_OLD_CLIENTS' };
  const stages = [
    { $currentOp: { allUsers: true, idleConnections: true } },
    { $match: { appName: { $in: [...oldClients] } } },
    { $project: { appName: 1, client: 1 } },
  ];
  try {
    const left = await client
      .db('admin')
      .aggregate<{ readonly appName: string; readonly client?: string }>(stages, { maxTimeMS: timeLimits.ledgerMs })
      .toArray();
    const none = `connections: none of ${oldClients.join(', ')} may be open`;
    return { left: left.map(({ appName, client: from }) => `${none}, got ${appName} from ${from ?? 'somewhere'}`) };
  } catch (error) {
    if (!cannotBeSeen(error)) throw error;
    const blind = `connections: the user must see all of them (privilege inprog, role clusterMonitor), got: ${error.message}`;
    return { left: [], blind };
  }
}
