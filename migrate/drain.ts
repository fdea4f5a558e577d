import { MongoServerError } from 'mongodb';
import type { ClientRow } from './collections';
import type { Context } from './context';
import { hours } from './duration';
import { timeLimits } from './limits';
import type { Migration } from './types';

/** Rows of `_mig.clients` live for an hour. Silent twice that long is gone. */
const silence = hours(2);

/**
 * Why the old version may still be there. Three proofs that know nothing of each other: the cluster runs no such pod, no app says it is
 * one, and the database has no such connection. A proof that cannot be made is a reason, too.
 */
export async function notDrained(context: Context, migration: Migration, now: Date): Promise<readonly string[]> {
  const clients = await context.collections.clients.find({}, { maxTimeMS: timeLimits.ledgerMs }).toArray();
  return [...(await podsLeft(context)), ...appsLeft(clients, migration, now), ...(await connectionsLeft(context))];
}

async function podsLeft({ pods, settings: { oldPods } }: Context): Promise<readonly string[]> {
  if (oldPods === undefined) return ['pods: the label selector of the old version must be known, got none; set MIG_OLD_PODS'];
  if (pods === undefined) return ['pods: the cluster must be asked, got no service account; run this as a Job'];
  const left = await pods(oldPods);
  return left.length > 0 ? [`pods: none of the old version (${oldPods}) may run, got ${left.join(', ')}; scale it down`] : [];
}

function appsLeft(clients: readonly ClientRow[], { schemaVersion }: Migration, now: Date): readonly string[] {
  const heard = clients.filter(({ seenAt }) => now.getTime() - seenAt.getTime() < silence.ms);
  const old = heard.filter(({ schemaMax }) => schemaMax < schemaVersion);
  if (heard.length === 0)
    return ['apps: at least one must report its schema versions, got none; without a report nobody is known to be gone'];
  return old.map(
    (client) =>
      `apps: none may write a schema older than ${schemaVersion}, got ${client._id} (${client.app} ${client.version}, up to ${client.schemaMax})`,
  );
}

async function connectionsLeft({ client, settings: { oldClients } }: Context): Promise<readonly string[]> {
  if (oldClients.length === 0) return ['connections: the appName of the old version must be known, got none; set MIG_OLD_CLIENTS'];
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
    return left.map(
      ({ appName, client: from }) =>
        `connections: none of ${oldClients.join(', ')} may be open, got ${appName} from ${from ?? 'somewhere'}`,
    );
  } catch (error) {
    if (!(error instanceof MongoServerError) || ![13, 59, 40324].includes(Number(error.code))) throw error;
    return [`connections: the user must see all of them (privilege inprog, role clusterMonitor), got: ${error.message}`];
  }
}
