/** All checks in order. What cannot be checked because of something broken before it is left out, not guessed. */
import { Unavailable } from "../../../kit/index.ts";
import { openKeys } from "../../../platform/desk/index.ts";
import { migrations } from "../../../records/migrations/index.ts";
import type { Surroundings } from "../command.ts";
import { isDeskRunning, type OpenStorage, openStorage, placeOf } from "../open-desk.ts";
import { checkAddress } from "./check-address.ts";
import { checkClock } from "./check-clock.ts";
import { checkDatabase, unreachable } from "./check-database.ts";
import { checkDisk } from "./check-disk.ts";
import { checkDns } from "./check-dns.ts";
import { checkMailboxes } from "./check-mailboxes.ts";
import { checkWork } from "./check-work.ts";
import { type DeskWorld, type Finding, fine, type World } from "./finding.ts";

export async function examine(world: World, around: Surroundings): Promise<Finding[]> {
  const settings = fine("settings", "All settings are right.");
  const [address, disk] = await Promise.all([checkAddress(world), checkDisk(world)]);
  const before = [settings, ...address.findings, ...disk];
  // The embedded server needs the disk; on a broken one its own words would only repeat ours.
  if (world.settings.DATABASE_URL === undefined && disk.some(({ level }) => level === "broken")) return before;

  let storage: OpenStorage;
  try {
    storage = await openStorage(placeOf(world.settings), around);
  } catch (error) {
    if (error instanceof Unavailable) return [...before, unreachable(error)];
    throw error;
  }
  try {
    const database = await checkDatabase({ database: storage.database, random: around.random }, migrations);
    const soFar = [...before, ...database.findings];
    if (!database.isUsable) return soFar;
    const { settings: read, now } = world;
    const deskWorld: DeskWorld = {
      ...world,
      isRunning: await isDeskRunning(storage.database),
      desk: {
        database: storage.database,
        settings: read,
        now,
        random: around.random,
        keys: await openKeys(storage.database.db, read, now, around.random),
        poke: () => {},
        report: () => {},
      },
    };
    const [clock, mailboxes, dns, work] = await Promise.all([
      checkClock(deskWorld, address.serverTime),
      checkMailboxes(deskWorld),
      checkDns(deskWorld),
      checkWork(deskWorld),
    ]);
    return [...soFar, ...clock, ...mailboxes, ...dns, ...work];
  } finally {
    await storage.close();
  }
}
