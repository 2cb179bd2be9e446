/** Conversations and all that is in them: mail as it arrived, messages, facts, drafts, and the lists people work from. */
import "./tables.ts";

export {
  type Arrived,
  type Arriving,
  addInbound,
  automaticMailAdded,
  type Conversation,
  changeConversation,
  findConversation,
  lockConversation,
  markSeen,
  recount,
  reopenInTrouble,
  setStatus,
  showIn,
  somethingAdded,
  startConversation,
  wakeSnoozed,
  weWrote,
} from "./conversations.ts";
export { delayOf, noteDelay } from "./delay.ts";
export { importedBefore } from "./imported-before.ts";
export {
  type ArrivingMail,
  dismissInboundMail,
  findInboundMail,
  finishInboundMail,
  freeMailTakenBy,
  type InboundMail,
  keepInboundMail,
  leaveQuarantine,
  letMailGo,
  listQuarantine,
  lockForFiling,
  quarantine,
  type TakenMail,
  takersOfMail,
  takeWaiting,
} from "./inbound-mail.ts";
export { type IntakeHealth, intakeHealth } from "./intake-health.ts";
export { leftLying } from "./left-lying.ts";
export {
  type AttachmentRow,
  addAttachment,
  addMessage,
  answeredAfter,
  attachmentsOf,
  findAttachment,
  findMessage,
  freezeMessage,
  giveDraftAttachments,
  listMessages,
  lockFingerprint,
  type Message,
  messageWithFingerprint,
  type NewMessage,
  nameAnswersBy,
  outboundWithMailId,
  removeUnsent,
  setDelivery,
  settleAcknowledgement,
  showInText,
  skipMessageNumbers,
  takeUnacknowledged,
  unsentMessages,
  whatCameAfter,
} from "./messages.ts";
export {
  bringTogether,
  mergedInto,
  messagesBefore,
  sendBack,
  signpost,
  splitMessages,
  wentInto,
} from "./moving.ts";
export { countOfCustomers, giveConversationsTo, knownCustomers, knownOrganisations } from "./of-customer.ts";
export { assigneesIn, countInMailbox, countUnfiledFor, giveMailboxTo } from "./of-mailbox.ts";
export {
  correctionsIn,
  dropCorrection,
  findCorrection,
  keepCorrection,
  type NewCorrection,
  type ReadingCorrection,
} from "./reading-corrections.ts";
export { removeSampleConversations } from "./samples.ts";
export { block, knownOfSender, learnSpam, listBlocked, unblock, unblockAll } from "./spam.ts";
export type {
  Aspect,
  DraftFields,
  Ending,
  HeardThere,
  MessageNotes,
  NamedAddress,
  Recipients,
  SaidInstead,
  Status,
} from "./tables.ts";
export { listTags, setTags } from "./tags.ts";
export {
  cameThrough,
  findLiving,
  type KnownOfMail,
  keepReferences,
  knownOfMail,
  livingConversation,
  lockLiving,
  takesPart,
  usableReferences,
} from "./thread.ts";
export {
  type ConversationSummary,
  conversationsOfCustomers,
  countOpenByMailbox,
  countViews,
  listConversations,
  mailboxesOfConversation,
  maySee,
  summariesOf,
  type ViewName,
  type WhoLooks,
} from "./views.ts";
export { type WaitingLetter, waitingLetters } from "./waiting-letters.ts";
export {
  addFact,
  attachmentsOfDrafts,
  changeFact,
  type Draft,
  type DraftPlace,
  draftFor,
  draftsOf,
  dropDraft,
  type Fact,
  findDraft,
  findFact,
  keepDraft,
  LETTER,
  listFacts,
  markPresent,
  removeDraftAttachment,
  removeFact,
  whoIsHere,
} from "./working.ts";
