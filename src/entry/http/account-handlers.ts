/** The routes about people: each calls one verb or reads one record, sets cookies, and translates back. Decides nothing. */
import type { FastifyRequest } from "fastify";
import packageJson from "../../../package.json" with { type: "json" };
import {
  acceptInvitation,
  changeMySettings,
  changePassword,
  changePerson,
  createFirstPerson,
  endSession,
  forgotPassword,
  invitePerson,
  resetPassword,
  signIn,
  signOut,
} from "../../desk/team/index.ts";
import { isRefusal, type MailboxId, type PersonId, type Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import {
  type Entered,
  getProfile,
  isAnybodyHere,
  listPeople,
  listSessions,
  type Profile,
  readLog,
} from "../../records/account/index.ts";
import { summariesOf } from "../../records/conversation/index.ts";
import { listMailboxes, mailboxesByPerson, systemMailbox, visibleMailboxIds } from "../../records/mailbox/index.ts";
import type { AccountRoutes, Me } from "../contract/index.ts";
import type { Call, Handlers } from "./mount.ts";
import { dropSessionCookie, giveDeviceCookie, giveSessionCookie, visitorOf } from "./session-cookie.ts";

const meOf = (desk: Desk, profile: Profile): Me => ({
  ...profile,
  preferences: profile.preferences as Me["preferences"],
  undoSeconds: desk.settings.HEARD_UNDO_SECONDS,
});

/** Gives a browser its cookies, once it has been let in. */
function welcome({ desk, reply }: Call, entered: Entered | Refusal): Me | Refusal {
  if (isRefusal(entered)) return entered;
  giveSessionCookie(desk, reply, entered.cookieValue);
  giveDeviceCookie(desk, reply, entered.deviceCookie);
  return meOf(desk, entered.profile);
}

/** How long an answer must not tell: finding somebody and writing a mail take longer than finding nobody. */
const FORGOT_MS = 400;

async function atLeast<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
  return answer;
}

/** With HEARD_URL unset, the address at which the person who asks is looking at the desk: the link is handed only to them. */
const addressOf = (desk: Desk, request: FastifyRequest): string =>
  desk.settings.HEARD_URL ?? `${request.protocol}://${request.host}`;

export const accountHandlers: Handlers<keyof AccountRoutes> = {
  "GET /api/v1/setup": async ({ desk }) => {
    const { db } = desk.database;
    const mailboxes = await listMailboxes(db);
    return {
      needsFirstPerson: !(await isAnybodyHere(db)),
      hasMailbox: mailboxes.some((mailbox) => !mailbox.is_sample),
      hasSamples: mailboxes.some((mailbox) => mailbox.is_sample),
      canReset: desk.settings.HEARD_URL !== undefined && (await systemMailbox(db)) !== undefined,
      version: packageJson.version,
    };
  },
  "POST /api/v1/setup/first-person": async (call) =>
    welcome(call, await createFirstPerson(call.desk, call.body, visitorOf(call.desk, call.request))),

  "POST /api/v1/session": async (call) =>
    welcome(call, await signIn(call.desk, call.body, visitorOf(call.desk, call.request))),
  "GET /api/v1/session": async ({ desk, by }) => meOf(desk, await getProfile(desk.database.db, by.id)),
  "DELETE /api/v1/session": async ({ desk, by, reply }) => {
    await signOut(desk, by);
    dropSessionCookie(desk, reply);
    return {};
  },
  "GET /api/v1/sessions": async ({ desk, by }) => ({
    items: (await listSessions(desk.database.db, by.id, desk.now())).map(({ createdAt, seenAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      current: session.id === by.sessionId,
    })),
  }),
  "DELETE /api/v1/sessions/:id": async ({ desk, by, params: { id }, reply }) => {
    const refused = await endSession(desk, by, id);
    if (refused) return refused;
    if (id === by.sessionId) dropSessionCookie(desk, reply);
    return {};
  },

  "POST /api/v1/password/forgot": async (call) =>
    atLeast(FORGOT_MS, forgotPassword(call.desk, call.body, visitorOf(call.desk, call.request))),
  "POST /api/v1/password/reset": async (call) => {
    const done = await resetPassword(call.desk, call.body, visitorOf(call.desk, call.request));
    if (isRefusal(done)) return done;
    giveDeviceCookie(call.desk, call.reply, done.deviceCookie);
    return {};
  },
  "POST /api/v1/invitations/accept": async (call) =>
    welcome(call, await acceptInvitation(call.desk, call.body, visitorOf(call.desk, call.request))),

  "PATCH /api/v1/me": async ({ desk, by, body }) => {
    const changed = await changeMySettings(desk, by, body);
    return isRefusal(changed) ? changed : meOf(desk, changed);
  },
  "POST /api/v1/me/password": async ({ desk, by, reply, body }) => {
    const changed = await changePassword(desk, by, body);
    if (isRefusal(changed)) return changed;
    giveSessionCookie(desk, reply, changed.cookieValue);
    return {};
  },

  "GET /api/v1/people": async ({ desk, by }) => {
    const { db } = desk.database;
    const [mailboxes, visible] = await Promise.all([mailboxesByPerson(db), visibleMailboxIds(db, by.id)]);
    // Admins arrange the mailboxes; for everybody else, a mailbox they may not see does not exist.
    const told = (id: MailboxId): boolean => by.role === "admin" || visible.includes(id);
    return {
      items: (await listPeople(db)).map((person) => ({
        ...person,
        mailboxIds: (mailboxes.get(person.id) ?? []).filter(told),
      })),
    };
  },
  "POST /api/v1/people": async ({ desk, by, request, body }) => {
    const invited = await invitePerson(desk, by, { ...body, mailboxIds: body.mailboxIds as MailboxId[] });
    if (isRefusal(invited)) return invited;
    return { person: invited.person, link: `${addressOf(desk, request)}${invited.path}` };
  },
  "PATCH /api/v1/people/:id": async ({ desk, by, params, body }) =>
    changePerson(desk, by, params.id as PersonId, { ...body, mailboxIds: body.mailboxIds as MailboxId[] | undefined }),

  "GET /api/v1/log": async ({ desk, by, query }) => {
    const { db } = desk.database;
    const lines = await readLog(db, query);
    const named = [...new Set(lines.flatMap(({ conversationId }) => conversationId ?? []))];
    const who = { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) };
    const seen = new Set((await summariesOf(db, who, named)).map(({ id }) => id));
    return {
      items: lines.map(({ at, conversationId, data, ...line }) => {
        // Of a conversation that a lead may not see, the log says that something was done, and not to which.
        const told = conversationId === null || by.role === "admin" || seen.has(conversationId);
        return {
          ...line,
          at: at.toISOString(),
          conversationId: told ? conversationId : null,
          data: (told ? data : {}) as Record<string, never>,
        };
      }),
    };
  },
};
