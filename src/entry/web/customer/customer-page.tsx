/** Placeholder while this screen is being written. */
import type { ReactNode } from "react";

export function CustomerPage(): ReactNode {
  return null;
}
