/** Run in a worker by rules.test.ts: lets every rule look at each hostile text it is sent, on either side of the thread. */
import { parentPort } from "node:worker_threads";
import { review } from "./review.ts";

parentPort?.on("message", (text: string) => {
  const given = { reply: text, at: "2026-03-03T10:00:00+01:00", customer: { name: "Ana" } };
  review({ ...given, thread: [] });
  review({
    ...given,
    thread: [
      { from: "customer", text },
      { from: "agent", text },
      { from: "customer", text },
    ],
  });
  parentPort?.postMessage("done");
});
