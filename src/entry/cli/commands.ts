/** Every command, in the order in which help and docs/cli.md show them. */
import { adminCreate } from "./admin-create.ts";
import { adminList } from "./admin-list.ts";
import { adminReset } from "./admin-reset.ts";
import { backup } from "./backup.ts";
import { COACH_COMMANDS } from "./coach-commands.ts";
import type { Command } from "./command.ts";
import { configCheck } from "./config-check.ts";
import { configDescribe } from "./config-describe.ts";
import { doctor } from "./doctor/doctor.ts";
import { importMail } from "./import-mail.ts";
import { mailInspectCommand } from "./mail-inspect-command.ts";
import { move } from "./move.ts";
import { playbooksCheck } from "./playbooks-check.ts";
import { playbooksExport } from "./playbooks-export.ts";
import { playbooksImport } from "./playbooks-import.ts";
import { restore } from "./restore.ts";
import { start } from "./start.ts";

export const COMMANDS: readonly Command[] = [
  start,
  doctor,
  configDescribe,
  configCheck,
  adminCreate,
  adminList,
  adminReset,
  importMail,
  ...COACH_COMMANDS,
  mailInspectCommand,
  playbooksExport,
  playbooksImport,
  playbooksCheck,
  backup,
  restore,
  move,
];
