/** The routes by which people put right what the coach heard. */
import packageJson from "../../../package.json" with { type: "json" };
import { correctReading, restoreReading } from "../../desk/listen/index.ts";
import { type CorrectionId, isRefusal, type MessageId } from "../../kit/index.ts";
import type { ReadingRoutes } from "../contract/index.ts";
import type { Handlers } from "./mount.ts";
import { presentCorrection } from "./present.ts";

export const readingHandlers: Handlers<keyof ReadingRoutes> = {
  async "POST /api/v1/messages/:id/corrections"({ desk, by, params, body }) {
    const kept = await correctReading(desk, by, params.id as MessageId, { ...body, engine: packageJson.version });
    return isRefusal(kept) ? kept : presentCorrection(kept);
  },
  async "DELETE /api/v1/corrections/:id"({ desk, by, params }) {
    const gone = await restoreReading(desk, by, params.id as CorrectionId);
    return isRefusal(gone) ? gone : {};
  },
};
