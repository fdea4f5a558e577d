import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { onStage, type Scenario } from '../scenario';
import type { Plan } from '../stage';

const plan: Plan = { strategy: 'blue-green', times: { migration: true, deadline: Duration.seconds(30) } };

/** A release that needs a change of the schema. */
export const migration: readonly Scenario[] = [
  {
    name: 'migration-holds-promotion',
    holds:
      'users stay on the previous version until no document is left to migrate, then the release goes on (the drift comes from a stand-in of the service\u2019s endpoint)',
    run: onStage(plan, async (stage) => {
      const drift = await standIn();
      try {
        await stage.settle();
        const before = stage.observer.look().serving[0]?.hash;
        const begun = await stage.deploy('2.0.0', {}, { driftUrl: drift.url });
        await stage.until('the gate is asked', 60, () => drift.asked > 1);
        // Longer than the deadline for new pods: documents take the time they take.
        await pause(60_000);
        const during = new Set(stage.observer.samples.filter(({ at }) => at >= begun).map(({ serving }) => serving[0]?.hash));
        assert.deepEqual([...during], [before], 'the active Service does not change while documents are left');
        const asked = drift.asked;
        drift.left = 0;
        const after = await stage.until('the active Service changes', 30, () => stage.observer.look().serving[0]?.hash !== before);
        await stage.until('the release is done', 120, () => stage.isHealthy('2.0.0'));
        return `held through ${asked} answers with documents left; switched ${after.toFixed(0)} s after the last one was done`;
      } finally {
        drift.stop();
      }
    }),
  },
];

/** Answers `/v1/migrations/:id/drift` as the service does: documents left, and whether the gate is open. */
async function standIn(): Promise<{ readonly url: string; left: number; asked: number; stop(): void }> {
  const server = createServer((_request, response) => {
    state.asked += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { gate: state.left === 0 ? 'open' : 'closed', drift: state.left } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has an address with a port
  const state = {
    url: `http://127.0.0.1:${port}`,
    left: 1_000,
    asked: 0,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return state;
}
