/** Keeps all messages findable: reads the words of what is new or changed. A sweep; a portion at a time. */
import type { Desk } from "../../platform/desk/index.ts";
import { refreshSearch } from "../../records/search/index.ts";

/** @returns "more" when there may be more to do at once. */
export const keepFindable = (desk: Desk): Promise<"done" | "more"> => refreshSearch(desk.database.db);
