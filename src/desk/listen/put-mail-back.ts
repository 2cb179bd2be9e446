/** A mail could not be filed for a reason of its own: it is tried again after a while. */
import type { InboundMailId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { letMailGo } from "../../records/conversation/index.ts";

export const putMailBack = (desk: Desk, id: InboundMailId): Promise<void> => letMailGo(desk.database.db, id);
