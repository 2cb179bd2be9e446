/** Run in a worker by rules.test.ts: lets every rule look at one hostile text, on either side of the thread. */
import { parentPort, workerData } from "node:worker_threads";
import { applyRule } from "./apply-rule.ts";
import { draftOf } from "./draft.ts";
import { RULES } from "./rules/index.ts";

const text = workerData as string;
for (const thread of [
  [],
  [
    { from: "customer" as const, text },
    { from: "agent" as const, text },
    { from: "customer" as const, text },
  ],
]) {
  const draft = draftOf({ thread, reply: text, at: "2026-03-03T10:00:00+01:00", customer: { name: "Ana" } });
  for (const rule of RULES) applyRule(rule, draft);
}
parentPort?.postMessage("done");
