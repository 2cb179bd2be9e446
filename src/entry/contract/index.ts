/** The contract: every JSON route with its schemas, shared by the server, the web app, the command line and OpenAPI. */
import { accountRoutes } from "./account.ts";
import { coachRoutes } from "./coach.ts";
import { conversationRoutes } from "./conversation.ts";
import { organisationRoutes } from "./organisations.ts";
import { outsideRoutes } from "./people-outside.ts";
import { playbookRoutes } from "./playbooks.ts";
import { promiseRoutes } from "./promises.ts";
import { readingRoutes } from "./reading.ts";
import { settingsRoutes } from "./settings.ts";
import { writingRoutes } from "./writing.ts";

export const contract = {
  ...accountRoutes,
  ...conversationRoutes,
  ...writingRoutes,
  ...promiseRoutes,
  ...coachRoutes,
  ...readingRoutes,
  ...outsideRoutes,
  ...organisationRoutes,
  ...playbookRoutes,
  ...settingsRoutes,
} as const;
export type Contract = typeof contract;
export type AccountRoutes = typeof accountRoutes;
export type CoachRoutes = typeof coachRoutes;
export type ConversationRoutes = typeof conversationRoutes;
export type OrganisationRoutes = typeof organisationRoutes;
export type OutsideRoutes = typeof outsideRoutes;
export type PlaybookRoutes = typeof playbookRoutes;
export type PromiseRoutes = typeof promiseRoutes;
export type ReadingRoutes = typeof readingRoutes;
export type SettingsRoutes = typeof settingsRoutes;
export type WritingRoutes = typeof writingRoutes;

export type { LogLine, Me } from "./account.ts";
export { type ReadAsked, Reading, ReadLine, Review, type ReviewAsked, ReviewLine } from "./coach.ts";
export type { ConversationRow, ConversationWhole, Draft, Fact, Message, Presence, View } from "./conversation.ts";
export { LIVE_PATH, type LiveEvent } from "./live.ts";
export type { Customer, Organisation, SearchHit } from "./people-outside.ts";
export type { LookedPlaybook, Playbook, PlaybookLine, PlaybookWhole } from "./playbooks.ts";
export type { KeptRate, LedgerLine, StandingPromise } from "./promises.ts";
export type { ReadingCorrection } from "./reading.ts";
export type { Answer, Args, Out, Parts, Route, Who } from "./route.ts";
export type { Hours, ImapSettings, Mailbox, Probe, SmtpSettings, Snippet } from "./settings.ts";
export type { Address, Attachment, Delivery, Ending, Person, RefusalBody, Role, Status } from "./shapes.ts";
