/** The views of the desk: order, icon and keys; the words are in words/en.ts under `view.`. */
import {
  AlarmClock,
  AtSign,
  CircleCheck,
  Hourglass,
  Inbox,
  Layers,
  type LucideIcon,
  MailQuestion,
  Moon,
  ShieldAlert,
  Trash2,
  User,
} from "lucide-react";
import type { View } from "../../contract/index.ts";

export interface ViewEntry {
  readonly view: View;
  readonly icon: LucideIcon;
  readonly keys: string;
  /** Shown only when asked for more. */
  readonly quiet?: true;
}

export const VIEWS: readonly ViewEntry[] = [
  { view: "open", icon: Inbox, keys: "g i" },
  { view: "mine", icon: User, keys: "g m" },
  { view: "unassigned", icon: MailQuestion, keys: "g u" },
  { view: "mentions", icon: AtSign, keys: "g @" },
  { view: "promised", icon: AlarmClock, keys: "g p" },
  { view: "waiting", icon: Hourglass, keys: "g w" },
  { view: "snoozed", icon: Moon, keys: "g z" },
  { view: "resolved", icon: CircleCheck, keys: "g d" },
  { view: "all", icon: Layers, keys: "g a" },
  { view: "spam", icon: ShieldAlert, keys: "g s", quiet: true },
  { view: "trash", icon: Trash2, keys: "g t", quiet: true },
];

export const isView = (text: string): text is View => VIEWS.some((one) => one.view === text);
