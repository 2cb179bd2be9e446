/**
 * Team: the verbs of the people who work here. Who they are and how they come in; each verb is one file and one transaction.
 *
 * Whoever has a session is named by `SignedIn`; the verbs for the command line ask for nobody, because whoever runs commands
 * on the desk's machine owns the desk. Refusals are values; a refusal never says whether an address is known here.
 */
export { type Acceptance, acceptInvitation } from "./accept-invitation.ts";
export { addAdmin } from "./add-admin.ts";
export { changeMySettings } from "./change-my-settings.ts";
export { changePassword } from "./change-password.ts";
export { changePerson, type PersonChange } from "./change-person.ts";
export { createFirstPerson, type FirstPerson } from "./create-first-person.ts";
export { endSession } from "./end-session.ts";
export { forgotPassword } from "./forgot-password.ts";
export { type Invitation, type Invited, invitePerson } from "./invite-person.ts";
export { makeResetLink } from "./make-reset-link.ts";
export { newSetupCode } from "./new-setup-code.ts";
export { resetPassword } from "./reset-password.ts";
export { signIn } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { tidyAccounts } from "./tidy-accounts.ts";
