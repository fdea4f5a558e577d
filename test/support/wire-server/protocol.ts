import { BSON, type Document } from 'bson';

/** A request of a driver: one command, with the documents of its payload sections put back in their place. */
export interface Request {
  readonly requestId: number;
  readonly body: Document;
  readonly legacy: boolean;
  /** The client does not want to hear the answer. */
  readonly silent: boolean;
}

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const headerBytes = 16;

/** Cuts a byte stream into messages: a message may come in pieces, and several may come at once. */
export class MessageBuffer {
  private bytes: Buffer = Buffer.alloc(0);

  *add(chunk: Buffer): Generator<Request> {
    this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
    while (this.bytes.length >= headerBytes && this.bytes.length >= this.bytes.readInt32LE(0)) {
      const length = this.bytes.readInt32LE(0);
      const message = this.bytes.subarray(0, length);
      this.bytes = this.bytes.subarray(length);
      yield decode(message);
    }
  }
}

export function encodeReply(request: Request, body: Document): Buffer {
  const document = BSON.serialize(body, { ignoreUndefined: true });
  const head = request.legacy ? Buffer.alloc(headerBytes + 20) : Buffer.alloc(headerBytes + 5);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.legacy ? opReply : opMsg, 12);
  if (request.legacy) {
    // The server can await data; one document follows.
    head.writeInt32LE(8, headerBytes);
    head.writeInt32LE(1, headerBytes + 16);
  }
  return Buffer.concat([head, document]);
}

function decode(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === opQuery) {
    const start = message.indexOf(0, headerBytes + 4) + 1 + 8;
    return { requestId, body: parse(message.subarray(start)), legacy: true, silent: false };
  }
  if (opcode !== opMsg) throw new Error(`opcode: ${opMsg} or ${opQuery}, got ${opcode}`);
  const flags = message.readUInt32LE(headerBytes);
  const end = message.length - (flags & 1 ? 4 : 0);
  const body: Document = {};
  for (let at = headerBytes + 4; at < end; ) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    if (kind === 0) Object.assign(body, parse(message.subarray(at + 1, at + 1 + size)));
    else payload(message.subarray(at + 1, at + 1 + size), body);
    at += 1 + size;
  }
  return { requestId, body, legacy: false, silent: (flags & 2) !== 0 };
}

/** A document sequence: its name, then documents until the end. */
function payload(section: Buffer, body: Document): void {
  const nameEnd = section.indexOf(0, 4);
  const name = section.toString('utf8', 4, nameEnd);
  const documents: Document[] = [];
  for (let at = nameEnd + 1; at < section.length; at += section.readInt32LE(at)) {
    documents.push(parse(section.subarray(at, at + section.readInt32LE(at))));
  }
  body[name] = documents;
}

const parse = (bytes: Uint8Array): Document =>
  BSON.deserialize(bytes.subarray(0, Buffer.from(bytes).readInt32LE(0)), { promoteBuffers: false });
