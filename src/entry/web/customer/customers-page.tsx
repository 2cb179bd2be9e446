/** Placeholder while this screen is being written. */
import type { ReactNode } from "react";

export function CustomersPage(): ReactNode {
  return null;
}
