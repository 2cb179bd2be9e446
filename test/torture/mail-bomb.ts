/** One sender floods the desk, another trickles: what a third one feels of it. */
import { connect } from "node:net";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { deliver, plainMail } from "./customers.ts";
import { embeddedDatabase } from "./database.ts";
import { messagesByMark } from "./ledger.ts";
import { LONG_MS, type Outage, play, until } from "./outages.ts";
import { HELP } from "./traffic.ts";
import { pause, waitFor } from "./wait.ts";

/**
 * Another sender's mail may take so many times as long while one address floods and another trickles, however long the flood
 * lasts. Measured ×3 to ×11 on two shared cores; without turns it grows with the queue.
 */
const STATED_RATIO = 15;
const FLOOD_FIRST_MS = 8_000;
const PROBES = 15;

export function mailBomb(home: string): Promise<Outage> {
  return play("mail bomb and trickle", home, embeddedDatabase(home), { [HELP]: 9 }, async (at) => {
    const { smtpPort, broken, database, agent } = at;
    const probe = async (name: string) => {
      const open = openDatabase({ url: database.lookUrl() });
      const times: { taken: number; filed: number }[] = [];
      for (let n = 0; n < PROBES; n += 1) {
        const mail = plainMail(`mark-${name}${n}`, HELP);
        const began = performance.now();
        await deliver(mail, smtpPort, until(LONG_MS));
        const taken = performance.now() - began;
        const there = await waitFor(async () => (await messagesByMark(open, 0)).has(mail.mark), LONG_MS);
        if (!there) broken.push(`${mail.mark} was not filed within a minute.`);
        times.push({ taken, filed: performance.now() - began });
      }
      await open.close();
      const median = (key: "taken" | "filed") =>
        times.map((time) => time[key]).sort((a, b) => a - b)[PROBES >> 1] as number;
      return { taken: median("taken"), filed: median("filed") };
    };
    await probe("warm");
    const calm = await probe("calm");
    let over = false;
    let bombs = 0;
    const flood = Array.from({ length: 12 }, async (_, lane) => {
      for (let n = 0; !over; n += 1) {
        const bomb = plainMail(`mark-bomb${lane}x${n}`, HELP, "bomber@flood.test", 2_000);
        await deliver(bomb, smtpPort, () => over, "127.0.0.2");
        bombs += bomb.taken;
      }
    });
    const trickles = Array.from({ length: 10 }, () => trickle(smtpPort, () => over));
    await pause(FLOOD_FIRST_MS);
    const stormy = await probe("storm");
    const list = performance.now();
    await agent.call("GET", "/api/v1/conversations?view=open");
    const listMs = performance.now() - list;
    over = true;
    await Promise.all([...flood, ...trickles]);
    const ratio = { taken: stormy.taken / calm.taken, filed: stormy.filed / calm.filed };
    for (const [what, times] of Object.entries(ratio))
      if (times > STATED_RATIO) broken.push(`Another sender's mail was ${what} ${times.toFixed(1)} times as slowly.`);
    const round = (ms: number) => `${Math.round(ms)} ms`;
    return `${bombs} bombs; taken in ${round(calm.taken)} → ${round(stormy.taken)} (×${ratio.taken.toFixed(1)}), filed in ${round(calm.filed)} → ${round(stormy.filed)} (×${ratio.filed.toFixed(1)}); a list took ${round(listMs)}`;
  });
}

/** Says one byte at a time and never gets to the point. */
async function trickle(port: number, over: () => boolean): Promise<void> {
  const socket = connect({ port, host: "127.0.0.1", localAddress: "127.0.0.3" });
  socket.on("error", () => {});
  const words = "EHLO slow.test\r\nMAIL FROM:<slow@slow.test>\r\nRCPT TO:<help@shop.test>\r\nDATA\r\n";
  for (let at = 0; !over(); at += 1) {
    socket.write(words[at] ?? "x");
    await pause(20);
  }
  socket.destroy();
}
