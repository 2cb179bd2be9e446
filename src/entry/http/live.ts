/**
 * Live updates: one server-sent event stream per open page, fed by the events of all processes. It says only what to look
 * at again; and nobody hears of a conversation whose mailbox they may not see.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ConversationId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { type HeardEvent, hearEvents } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { mailboxesOfConversation } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { LIVE_PATH, type LiveEvent } from "../contract/index.ts";
import { refuseCaller } from "./mount.ts";

const HEARTBEAT_MS = 25_000;
/** Who may see what can change; a stream looks again this often. */
const RIGHTS_LAST_MS = 30_000;

interface Stream {
  readonly by: SignedIn;
  readonly write: (event: LiveEvent, id?: number) => void;
  mailboxes: ReadonlySet<number>;
  rightsReadAt: number;
  /** Whether the session it was opened with still counts. */
  readonly isStillIn: () => Promise<boolean>;
  readonly end: () => void;
}

export interface Live {
  readonly close: () => Promise<void>;
}

export async function serveLive(
  app: FastifyInstance,
  desk: Desk,
  whoCalls: (request: FastifyRequest) => Promise<SignedIn | undefined>,
): Promise<Live> {
  const streams = new Set<Stream>();
  const everyone = (event: LiveEvent) => {
    for (const stream of streams) stream.write(event);
  };

  const stopHearing = await hearEvents(desk.database, {
    onEvent: (event) => void pass(event).catch(() => everyone({ kind: "again" })),
    onMissed: () => {
      everyone({ kind: "again" });
      void endStreamsOfTheGone().catch(() => undefined);
    },
  });

  async function pass(event: HeardEvent): Promise<void> {
    if (streams.size === 0) return;
    const [noun] = event.kind.split(".");
    if (noun === "mailbox" || noun === "person") for (const stream of streams) stream.rightsReadAt = 0;
    if (event.conversationId !== null) return passConversation(event, event.conversationId);
    if (noun === "mailbox" || noun === "samples") everyone({ kind: "mailboxes" });
    else if (noun === "mail") everyone({ kind: "quarantine" });
    else if (noun === "customer" || noun === "organisation") everyone({ kind: "customers" });
    else if (noun === "sender") everyone({ kind: "blocked" });
    else if (noun === "snippet") everyone({ kind: "snippets" });
    else if (noun === "playbook") everyone({ kind: "playbooks" });
    else if (noun === "session" || noun === "person") {
      await endStreamsOfTheGone();
      if (noun === "person") everyone({ kind: "people" });
    }
  }

  async function passConversation(event: HeardEvent, conversationId: ConversationId): Promise<void> {
    // Who saw it where it was must see that it is gone, and may not hear where it went.
    if (event.kind === "conversation.moved") return everyone({ kind: "again" });
    const mailboxes = await mailboxesOfConversation(desk.database.db, conversationId);
    const said: LiveEvent =
      event.kind === "presence.changed"
        ? { kind: "presence", conversationId }
        : { kind: "conversation", conversationId, what: event.kind, personId: event.personId };
    for (const stream of streams) {
      await refreshRights(stream);
      if (mailboxes.some((mailbox) => stream.mailboxes.has(mailbox))) stream.write(said, event.id || undefined);
    }
  }

  async function refreshRights(stream: Stream): Promise<void> {
    const now = desk.now().getTime();
    if (now - stream.rightsReadAt < RIGHTS_LAST_MS) return;
    stream.mailboxes = new Set(await visibleMailboxIds(desk.database.db, stream.by.id));
    stream.rightsReadAt = now;
  }

  /** A session that was ended somewhere else hears nothing more: its stream ends, and the page finds itself signed out. */
  async function endStreamsOfTheGone(): Promise<void> {
    await Promise.all([...streams].map(async (stream) => (await stream.isStillIn()) || stream.end()));
  }

  // A HEAD request would open a stream that nobody reads.
  app.get(LIVE_PATH, { exposeHeadRoute: false }, async (request, reply) => {
    const by = await whoCalls(request);
    if (!by) return refuseCaller(reply, undefined);
    const mailboxes = new Set<number>(await visibleMailboxIds(desk.database.db, by.id));
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
    const stream: Stream = {
      by,
      mailboxes,
      rightsReadAt: desk.now().getTime(),
      write: (event, id) => void raw.write(`${id ? `id: ${id}\n` : ""}data: ${JSON.stringify(event)}\n\n`),
      isStillIn: async () => (await whoCalls(request)) !== undefined,
      end: () => {
        streams.delete(stream);
        raw.end();
      },
    };
    // A page that comes back after a break cannot know what it missed: it looks at everything again.
    raw.write("retry: 2000\n\n");
    if (request.headers["last-event-id"]) stream.write({ kind: "again" });
    streams.add(stream);
    // A session can also end by itself, without any event.
    const heartbeat = setInterval(() => {
      raw.write(": still here\n\n");
      void stream.isStillIn().then(
        (isIn) => isIn || stream.end(),
        () => undefined,
      );
    }, HEARTBEAT_MS);
    raw.on("error", () => stream.end());
    request.raw.on("close", () => {
      clearInterval(heartbeat);
      streams.delete(stream);
    });
    // It may have ended while the stream was being opened, and the event of that came too early to be heard here.
    if (!(await stream.isStillIn())) stream.end();
    return reply;
  });

  return {
    close: async () => {
      await stopHearing();
      for (const stream of [...streams]) stream.end();
    },
  };
}
