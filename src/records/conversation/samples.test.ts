import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import { keepBlob, readBlob } from "../../platform/blobs/index.ts";
import { dropUnusedBlobs } from "./samples.ts";

const database = await freshDatabase();

test("bytes that nothing names are swept away, but never those that somebody is just about to name", async () => {
  const [unused, wanted] = [Buffer.from("unused"), Buffer.from("wanted")];
  await keepBlob(database.db, unused);
  await keepBlob(database.db, wanted);
  await database.inOneGo(async (tx) => {
    const hash = await keepBlob(tx, wanted);
    expect(await dropUnusedBlobs(database.db, 10)).toBe(1);
    expect(await readBlob(tx, hash)).toEqual(wanted);
  });
  expect(await dropUnusedBlobs(database.db, 10)).toBe(1);
});
