/** Every English word on screen, put together from one file per part of the app. Other languages follow these keys. */
import { coachWords } from "./en-coach.ts";
import { deedWords } from "./en-deeds.ts";
import { deskWords } from "./en-desk.ts";
import { frameWords } from "./en-frame.ts";
import { playbookWords } from "./en-playbooks.ts";
import { promiseWords } from "./en-promises.ts";
import { readingWords } from "./en-reading.ts";
import { settingsWords } from "./en-settings.ts";
import { startWords } from "./en-start.ts";
import { writingWords } from "./en-writing.ts";

export const en = {
  ...frameWords,
  ...startWords,
  ...deskWords,
  ...readingWords,
  ...writingWords,
  ...promiseWords,
  ...coachWords,
  ...playbookWords,
  ...deedWords,
  ...settingsWords,
} as const;
