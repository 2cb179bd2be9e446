/** The history of the tables, oldest first. Forward only: a migration that has been released is never edited. */
import { first } from "./0001-first.ts";
import { messageByCustomer } from "./0002-message-by-customer.ts";
import { automaticMailApart } from "./0003-automatic-mail-apart.ts";
import { letters } from "./0004-letters.ts";
import { givenWords } from "./0005-given-words.ts";
import { playbooks } from "./0006-playbooks.ts";
import { promiseOutcome } from "./0007-promise-outcome.ts";

export const migrations = {
  "0001-first": first,
  "0002-message-by-customer": messageByCustomer,
  "0003-automatic-mail-apart": automaticMailApart,
  "0004-letters": letters,
  "0005-given-words": givenWords,
  "0006-playbooks": playbooks,
  "0007-promise-outcome": promiseOutcome,
};
