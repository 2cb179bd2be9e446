/**
 * The commands that are the coach alone. They stand apart from the desk's own, so that reading a line does not wait until a
 * database library has been loaded.
 */
import type { Command } from "./command.ts";
import { readCommand } from "./read-command.ts";
import { reviewCommand } from "./review-command.ts";
import { schemaCommand } from "./schema-command.ts";

export const COACH_COMMANDS: readonly Command[] = [readCommand, reviewCommand, schemaCommand];
