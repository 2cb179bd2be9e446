/** Finds the messages of a customer: whether somebody may be known to a person is seen by where they took part. */
import { type Migration, sql } from "../../platform/storage/index.ts";

export const messageByCustomer: Migration = {
  async up(db) {
    await sql`CREATE INDEX message_by_customer ON message (customer_id) WHERE customer_id IS NOT NULL`.execute(db);
  },
};
