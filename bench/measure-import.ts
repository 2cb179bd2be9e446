/**
 * Old mail comes in by `heard import` from one mbox, in a process of its own, while the desk runs and files what has come: how many
 * mails a second are safe in the desk, and how many until the last one is filed and can be searched for.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "../src/platform/storage/index.ts";
import { type InventedMail, postFrom } from "./invented/mails.ts";
import { isBusy } from "./measure-intake.ts";
import { MAILBOX_ADDRESS } from "./new-desk.ts";
import { pause } from "./running-desk.ts";

const HEARD = fileURLToPath(new URL("../src/heard.mjs", import.meta.url));

export interface Imported {
  readonly mails: number;
  readonly takenPerSecond: number;
  readonly filedPerSecond: number;
}

/** @param home the folder of a desk that runs, with a mailbox at MAILBOX_ADDRESS. */
export async function measureImport(
  home: string,
  database: Database,
  { mails: many, seed }: { readonly mails: number; readonly seed: number },
): Promise<Imported> {
  const file = join(home, "old.mbox");
  await writeFile(file, mboxOf(oldMails(many, seed)));
  const begun = performance.now();
  const heard = spawn(process.execPath, [HEARD, "import", file, "--mailbox", MAILBOX_ADDRESS], {
    env: { PATH: process.env["PATH"], HEARD_HOME: home, HEARD_LOG: "error" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  heard.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const [code] = await once(heard, "exit");
  if (code !== 0) throw new Error(`heard import ended with ${code}: ${complaint}`);
  const taken = performance.now();
  while (await isBusy(database)) await pause(100);
  const filed = performance.now();
  await rm(file);
  const perSecond = (until: number) => (many * 1_000) / (until - begun);
  return { mails: many, takenPerSecond: perSecond(taken), filedPerSecond: perSecond(filed) };
}

/** 40 % begin a thread, 60 % answer one of those. */
function oldMails(many: number, seed: number): InventedMail[] {
  const post = postFrom(seed, MAILBOX_ADDRESS);
  const firsts = Array.from({ length: Math.round(many * 0.4) }, () => post.first());
  const answers = Array.from({ length: many - firsts.length }, (_, at) => {
    const { thread } = firsts[at % firsts.length] as (typeof firsts)[number];
    return post.answer(thread, undefined, "follow-up to one's own mail");
  });
  return [...firsts.map(({ mail }) => mail), ...answers];
}

/** As mail programs write an mbox (RFC 4155): a line that could be taken for a separator gets a ">". */
function mboxOf(mails: readonly InventedMail[]): Buffer {
  return Buffer.concat(
    mails.map(({ raw, from }) => {
      const lines = raw
        .toString("latin1")
        .replaceAll("\r\n", "\n")
        .replace(/^(>*From )/gm, ">$1");
      return Buffer.from(`From ${from} Mon Nov 16 09:00:00 2026\n${lines}\n\n`, "latin1");
    }),
  );
}
