/** Where the process begins: hands the world to the command line, and keeps the process alive and stoppable. */
import { randomBytes } from "node:crypto";
import { EXIT, runCommand } from "./entry/cli/index.ts";
import { isRefusal } from "./kit/index.ts";
import type { Settings } from "./platform/config/index.ts";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
stopWithParent();

const world = { now: () => new Date(), random: (length: number) => randomBytes(length) };
process.exitCode = await runCommand(process.argv.slice(2), {
  ...world,
  input: process.stdin,
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  stopping: stopping.signal,
  start,
});

async function start(settings: Settings): Promise<number> {
  const { openLog } = await import("./entry/log.ts");
  const { runDesk } = await import("./run-desk.ts");
  const log = openLog(settings.HEARD_LOG);
  process.on("uncaughtException", (error) => {
    log.error({ error }, "process.died");
    process.exit(EXIT.bug);
  });
  const running = await runDesk(settings, { ...world, log, stopping: stopping.signal });
  if (isRefusal(running)) {
    process.stderr.write(`${running.sentence}\n${running.wayOut}\n`);
    return EXIT.refused;
  }
  for (const remark of running.remarks) process.stderr.write(`${remark}\n`);
  if (running.url) process.stdout.write(`\n  Heard is at ${running.url}\n`);
  if (running.smtpPort !== undefined) process.stdout.write(`  Mail comes in on port ${running.smtpPort}\n`);
  if (running.setupCode) process.stdout.write(`  Create the first person with the code ${running.setupCode}\n`);
  process.stdout.write("\n");
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener("abort", resolve, { once: true }));
  await running.stop();
  return EXIT.done;
}

/** npm runs us under a shell that dies of SIGTERM without telling us; an orphan would hold the port and the database. */
function stopWithParent(): void {
  if (!process.env["npm_lifecycle_event"] || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopping.abort();
  }, 500).unref();
}
