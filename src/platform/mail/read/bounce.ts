/** Placeholder until below. */
import type { Bounce } from "./parsed-mail.ts";
export function readBounce(_mail: unknown): Bounce | undefined {
  return undefined;
}
