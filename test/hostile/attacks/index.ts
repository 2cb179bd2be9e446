/**
 * Everything a stranger may mail in to make a desk misbehave, written from what is publicly known about such attacks.
 * The place in the list is the attack's number; nothing here is taken from any real mail.
 */
import type { Attack } from "./attack.ts";
import { calls } from "./calls.ts";
import { drawings } from "./drawings.ts";
import { links } from "./links.ts";
import { mails } from "./mails.ts";
import { scripts } from "./scripts.ts";
import { styles } from "./styles.ts";

export { type Attack, bareHtml, EVIL_HOST, mailOf } from "./attack.ts";

export const attacks: readonly Attack[] = [...scripts, ...links, ...drawings, ...styles, ...calls, ...mails];
