/**
 * Team: the verbs of the people who work here. Who they are and how they come in; each verb is one file and one transaction.
 *
 * Whoever has a session is named by `SignedIn`; the verbs for the command line ask for nobody, because whoever runs commands
 * on the desk's machine owns the desk. Refusals are values; a refusal never says whether an address is known here.
 */
export { acceptInvitation } from "./accept-invitation.ts";
export { addAdmin } from "./add-admin.ts";
export { addCustomerAddress } from "./add-customer-address.ts";
export { addNote } from "./add-note.ts";
export { addSnippet } from "./add-snippet.ts";
export { assignConversation } from "./assign-conversation.ts";
export { attachToDraft } from "./attach-to-draft.ts";
export { bePresent } from "./be-present.ts";
export { beginProviderSignIn } from "./begin-provider-sign-in.ts";
export { blockSender } from "./block-sender.ts";
export { type CustomerChange, changeCustomer } from "./change-customer.ts";
export { changeMySettings } from "./change-my-settings.ts";
export { changeOrganisation, type OrganisationChange } from "./change-organisation.ts";
export { changePassword } from "./change-password.ts";
export { changePerson } from "./change-person.ts";
export { changeSnippet } from "./change-snippet.ts";
export { changeStatus, type StatusChange } from "./change-status.ts";
export { correctFact } from "./correct-fact.ts";
export { createFirstPerson } from "./create-first-person.ts";
export { dropFact } from "./drop-fact.ts";
export { endSession } from "./end-session.ts";
export { findOrganisation, findOrganisations, type SeenOrganisation } from "./find-organisations.ts";
export { findQuarantined } from "./find-quarantined.ts";
export { finishProviderSignIn } from "./finish-provider-sign-in.ts";
export { forgotPassword } from "./forgot-password.ts";
export { holdAfterRestore } from "./hold-after-restore.ts";
export { invitePerson } from "./invite-person.ts";
export { keepDraftOf } from "./keep-draft.ts";
export { keepFindable } from "./keep-findable.ts";
export { listQuarantined } from "./list-quarantined.ts";
export { makeResetLink } from "./make-reset-link.ts";
export { mergeConversations } from "./merge-conversations.ts";
export { mergeCustomers } from "./merge-customers.ts";
export { mergeOrganisations } from "./merge-organisations.ts";
export { moveConversation } from "./move-conversation.ts";
export { nameConversation } from "./name-conversation.ts";
export { newSetupCode } from "./new-setup-code.ts";
export { noteFact } from "./note-fact.ts";
export { prepareSamples, SAMPLE_ADDRESSES } from "./prepare-samples.ts";
export { removeSamples } from "./remove-samples.ts";
export { removeSnippet } from "./remove-snippet.ts";
export { resetPassword } from "./reset-password.ts";
export { retryMessage } from "./retry-message.ts";
export { type MailboxToSave, saveMailbox } from "./save-mailbox.ts";
export { seeMessage } from "./see-message.ts";
export { setNextUpdate } from "./set-next-update.ts";
export { settleQuarantined } from "./settle-quarantined.ts";
export { signIn } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { snoozeConversation } from "./snooze-conversation.ts";
export { splitConversation } from "./split-conversation.ts";
export { startOutbound } from "./start-outbound.ts";
export { tagConversation } from "./tag-conversation.ts";
export { takeFromDraft } from "./take-from-draft.ts";
export { tellOfTrouble } from "./tell-of-trouble.ts";
export { throwDraftAway } from "./throw-draft-away.ts";
export { tidyUp } from "./tidy-up.ts";
export { type MailboxToTry, type Tried, tryMailbox } from "./try-mailbox.ts";
export { tryToWrite } from "./try-to-write.ts";
export { unblockSender } from "./unblock-sender.ts";
export { unmergeConversations } from "./unmerge-conversations.ts";
export { wakeSnoozed } from "./wake-snoozed.ts";
export { whoIsSignedIn } from "./who-is-signed-in.ts";
