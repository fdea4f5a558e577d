import { createServer, type Server, type Socket } from 'node:net';
import { Binary, type Document, Long } from 'bson';
import { administration } from './administration';
import { type Fault, Faults } from './faults';
import { CommandError } from './pipeline';
import { encodeReply, MessageBuffer, type Request } from './protocol';
import { Cursors } from './reads';
import { State } from './state';
import { writeCommands } from './writes';

export type { Fault } from './faults';
export type { State } from './state';

/** A running test double. It speaks the wire protocol to the official driver, keeps documents in memory, and fails on request. */
export interface WireServer {
  readonly uri: (database: string) => string;
  readonly state: State;
  readonly faults: Faults;
  /** No primary for a while: writes are refused, and the driver looks for another server. */
  stepDown(ms: number): void;
  close(): Promise<void>;
}

export interface WireServerOptions {
  /** Answers some commands itself, for collections too large to be kept; undefined leaves a command to the server. */
  readonly scripted?: (name: string, body: Document) => Document | undefined;
}

/**
 * Starts one on a free port of this machine. It is no MongoDB and never says so: no transactions, no planner, no durability, one thread.
 * What it does prove is what the driver sends, when it sends it again, and what becomes of the data then.
 */
export async function startWireServer(options: WireServerOptions = {}): Promise<WireServer> {
  const state = new State();
  const faults = new Faults();
  const cursors = new Cursors(state);
  const answered = new Map<string, { readonly txnNumber: string; readonly reply: Document }>();
  const sockets = new Set<Socket>();
  let address = '';

  /** A write that the driver sends again with the same number is answered from memory. */
  const once = (body: Document, run: () => Document): Document => {
    if (body['txnNumber'] === undefined || body['lsid'] === undefined) return run();
    const session = (body['lsid'].id as Binary).toString('hex');
    const txnNumber = String(body['txnNumber']);
    const known = answered.get(session);
    if (known?.txnNumber === txnNumber) return known.reply;
    const reply = run();
    answered.set(session, { txnNumber, reply });
    return reply;
  };

  const run = async (name: string, body: Document): Promise<Document> => {
    const canned = options.scripted?.(name, body);
    if (canned) return canned;
    const database: string = body['$db'] ?? 'admin';
    const now = state.now();
    const write = writeCommands[name];
    if (write) {
      if (!state.primary) throw notPrimary();
      return once(body, () => write(state, database, body, now));
    }
    if (name === 'find') return cursors.find(database, body, now);
    if (name === 'aggregate') return cursors.aggregate(database, body, now);
    if (name === 'getMore') return cursors.more(body, () => state.now());
    if (name === 'killCursors') return cursors.kill(body);
    const known = administration[name];
    if (known === undefined) throw new CommandError(59, `no such command: '${name}'`);
    return known(state, database, body, address);
  };

  const answer = async (request: Request, socket: Socket): Promise<void> => {
    const name = Object.keys(request.body)[0] ?? '';
    if (name !== 'hello' && name !== 'ismaster' && name !== 'isMaster') state.commands.push({ name, body: request.body });
    if (state.commands.length > 20_000) state.commands.splice(0, 10_000);
    const fault = faults.next(name, request.body);
    let reply: Document;
    try {
      if (fault?.when === 'before') await strike(fault, request.body, socket);
      reply = { ...(await run(name, request.body)), ok: 1 };
      if (fault?.when === 'after') await strike(fault, request.body, socket);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      reply = {
        ok: 0,
        errmsg: error.message,
        code: error.code,
        codeName: `Code${error.code}`,
        ...(error.labels.length > 0 && { errorLabels: error.labels }),
      };
    }
    if (request.silent || socket.destroyed) return;
    socket.write(encodeReply(request, { ...reply, ...times(state) }));
  };

  const server: Server = createServer((socket) => {
    const buffer = new MessageBuffer();
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      for (const request of buffer.add(chunk)) {
        answer(request, socket).catch((error: unknown) => {
          process.stderr.write(`wire server: ${error instanceof Error ? error.stack : String(error)}\n`);
          socket.destroy();
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  address = typeof listening === 'object' && listening ? `127.0.0.1:${listening.port}` : '';

  return {
    uri: (database) => `mongodb://${address}/${database}${state.standalone ? '?directConnection=true' : '?replicaSet=fake'}`,
    state,
    faults,
    stepDown: (ms) => {
      state.primary = false;
      for (const socket of sockets) socket.destroy();
      setTimeout(() => {
        state.primary = true;
      }, ms).unref();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function strike({ effect }: Fault, body: Document, socket: Socket): Promise<void> {
  if (effect === 'close') {
    socket.destroy();
    // Carried out or not, nobody hears of it.
    throw new CommandError(0, 'cut');
  }
  if ('code' in effect) throw new CommandError(effect.code, effect.message ?? `fault ${effect.code}`, effect.labels);
  const limit = Number(body['maxTimeMS'] ?? Number.POSITIVE_INFINITY);
  // Nobody waits for the answer to a command that was given up.
  await new Promise((resolve) => void setTimeout(resolve, Math.min(limit, effect.delayMs)).unref());
  if (effect.delayMs > limit) throw new CommandError(50, 'operation exceeded time limit');
}

const notPrimary = () => new CommandError(10107, 'not primary', ['RetryableWriteError']);

/** Every answer of a replica set carries its clock. */
function times(state: State): Document {
  if (state.standalone) return {};
  const operationTime = state.operationTime();
  return {
    operationTime,
    $clusterTime: { clusterTime: operationTime, signature: { hash: new Binary(Buffer.alloc(20)), keyId: Long.ZERO } },
  };
}
