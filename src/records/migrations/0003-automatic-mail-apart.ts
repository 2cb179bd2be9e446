/** The search tells the desk's own automatic mail from all else: what was read before is read again. */
import { type Migration, sql } from "../../platform/storage/index.ts";

export const automaticMailApart: Migration = {
  async up(db) {
    await sql`INSERT INTO search_due SELECT id FROM message WHERE is_automatic ON CONFLICT DO NOTHING`.execute(db);
  },
};
