import { createInterface } from 'node:readline';
import { startWireServer } from './index';

/**
 * The test double as a process of its own. Prints its connection string as the first line; every line of standard input is JSON:
 * `{"set":{"lagMs":3000}}`, `{"fault":{"commands":["update"],"when":"after","effect":"close"}}`, `{"stepDown":1000}`.
 */
void startWireServer().then((server) => {
  process.stdout.write(`${server.uri(process.argv[2] ?? 'myapp')}\n`);
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { set, fault, stepDown } = JSON.parse(line);
    if (set) Object.assign(server.state, set);
    if (fault) server.faults.add(fault);
    if (stepDown) server.stepDown(stepDown);
  });
});
