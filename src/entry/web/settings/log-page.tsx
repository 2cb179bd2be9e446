/** Placeholder while this screen is being written. */
import type { ReactNode } from "react";

export function LogPage(): ReactNode {
  return null;
}
