/** Placeholder while this screen is being written. */
import type { ReactNode } from "react";

export default function MailboxConnect(_: { onDone: () => void; onBack: () => void }): ReactNode {
  return null;
}
