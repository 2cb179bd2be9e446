/**
 * The thread in which mails are read, so that a hostile one can be ended without harm. It answers each message with the
 * parsed mail and hands its buffers over. It holds nothing between two mails.
 */
import { parentPort } from "node:worker_threads";
import { parseMail } from "./parse-mail.ts";
import type { ParsedMail } from "./parsed-mail.ts";

export type WorkerAnswer = { readonly ready: true } | { readonly mail: ParsedMail } | { readonly failed: string };

parentPort?.on("message", (raw: Uint8Array) => void answer(raw));
parentPort?.postMessage({ ready: true } satisfies WorkerAnswer);

async function answer(raw: Uint8Array): Promise<void> {
  try {
    const mail = await parseMail(raw);
    const attachments = mail.attachments.map((attachment) => ({ ...attachment, content: alone(attachment.content) }));
    const buffers = attachments.map(({ content }) => content.buffer as ArrayBuffer);
    parentPort?.postMessage({ mail: { ...mail, attachments } } satisfies WorkerAnswer, buffers);
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? error.message : "unknown" } satisfies WorkerAnswer);
  }
}

/** A copy with a buffer of its own: two attachments may be views of one, and a buffer can be handed over only once. */
function alone(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(content);
}
