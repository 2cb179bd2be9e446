/**
 * A DNS server for tests, on a UDP port of its own: it answers MX and TXT questions from a list and knows nothing else
 * (RFC 1035). A name that is not in the list does not exist; one that is, without the kind asked for, has no such record.
 */
import { createSocket } from "node:dgram";

export interface DnsNames {
  readonly [name: string]: {
    readonly mx?: readonly { readonly priority: number; readonly exchange: string }[];
    readonly txt?: readonly string[];
  };
}

export interface DnsServer {
  /** For `resolver.setServers`. */
  readonly address: string;
  close(): Promise<void>;
}

const MX = 15;
const TXT = 16;
const NAME_UNKNOWN = 3;

export async function startDnsServer(names: DnsNames): Promise<DnsServer> {
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => socket.send(answerTo(question, names), from.port, from.address));
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answerTo(question: Buffer, names: DnsNames): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString("ascii"));
    at += 1 + length;
  }
  const type = question.readUInt16BE(at + 1);
  const known = names[labels.join(".").toLowerCase()];
  const records = type === MX ? (known?.mx ?? []).map(mxData) : type === TXT ? (known?.txt ?? []).map(txtData) : [];
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  // An answer, with recursion, from a server that is not the authority.
  header.writeUInt16BE(0x8180 | (known ? 0 : NAME_UNKNOWN), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question.subarray(12, at + 5), ...records.map((data) => record(type, data))]);
}

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0); // the name of the question
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

const encoded = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split(".")
      .filter(Boolean)
      .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);

const mxData = ({ priority, exchange }: { priority: number; exchange: string }): Buffer =>
  Buffer.concat([Buffer.from([priority >> 8, priority & 255]), encoded(exchange)]);

const txtData = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
