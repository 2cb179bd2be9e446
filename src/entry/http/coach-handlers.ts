/** The coach's routes: thinking alone. They touch no row, write no log line and keep nothing of what they were given. */
import { read } from "../../method/reading/index.ts";
import { review, suggest } from "../../method/review/index.ts";
import type { CoachRoutes } from "../contract/index.ts";
import { loadModels } from "../models/index.ts";
import type { Handlers } from "./mount.ts";

export const coachHandlers: Handlers<keyof CoachRoutes> = {
  "POST /api/v1/coach/read": ({ body }) => read(body.text, { ...body, scorers: loadModels().reading }) as never,
  "POST /api/v1/coach/review": ({ body }) =>
    ({
      ...review(body, loadModels()),
      ...(body.seed === undefined ? {} : { suggestions: suggest(body, body.seed) }),
    }) as never,
};
