/** Placeholder while this screen is being written. */
import type { ReactNode } from "react";

export function QuarantinePage(): ReactNode {
  return null;
}
