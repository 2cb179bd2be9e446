/**
 * Routes that carry bytes: uploads, downloads, raw mail, and a message as a page of its own. Everything a stranger sent is
 * handed out so that no browser runs it: a type decided by us, nosniff, an attachment disposition, and a CSP that allows nothing.
 */
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { attachToDraft, findQuarantined } from "../../desk/team/index.ts";
import type { AttachmentId, ConversationId, InboundMailId, MessageId } from "../../kit/index.ts";
import { isRefusal } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  attachmentsOf,
  type DraftPlace,
  findAttachment,
  findMessage,
  LETTER,
  maySee,
} from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { mayCall, refuseCaller, statusOf } from "./mount.ts";
import { presentAttachment } from "./present.ts";

const LARGEST_UPLOAD = 25 * 1024 * 1024;
/** Types that a browser only ever draws. SVG is a document with scripts, so it is not among them. */
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"]);
const NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

type WhoCalls = (request: FastifyRequest) => Promise<SignedIn | undefined>;

/** Method, path and the lowest role, for the table of who may do what. @internal */
export const BYTE_ROUTES = {
  "POST /api/v1/conversations/:id/attachments": "agent",
  "POST /api/v1/letter/attachments": "agent",
  "GET /api/v1/attachments/:id": "agent",
  "GET /api/v1/messages/:id/source": "agent",
  "GET /api/v1/messages/:id/page": "agent",
  "GET /api/v1/quarantine/:id/source": "agent",
} as const;

export async function serveBytes(app: FastifyInstance, desk: Desk, whoCalls: WhoCalls): Promise<void> {
  await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 20, fields: 10 } });
  const { db } = desk.database;

  const signedIn = async (request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | undefined> => {
    const by = await whoCalls(request);
    if (by && mayCall("agent", by.role)) return by;
    await refuseCaller(reply, by);
    return undefined;
  };
  const sees = async (by: SignedIn, id: ConversationId): Promise<boolean> =>
    maySee(db, { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) }, id);
  const takeFiles = async (by: SignedIn, request: FastifyRequest, reply: FastifyReply, place: DraftPlace) => {
    const items = [];
    for await (const part of request.files()) {
      const bytes = await part
        .toBuffer()
        .catch((error: { code?: string }) =>
          error.code === "FST_REQ_FILE_TOO_LARGE" ? undefined : Promise.reject(error),
        );
      if (bytes === undefined)
        return reply.code(413).send({
          refused: "too-large",
          sentence: `“${part.filename}” is larger than 25 MB.`,
          wayOut: "Send a smaller file, or a link to it.",
        });
      const attached = await attachToDraft(desk, by, place, { name: part.filename || "file", bytes });
      if (isRefusal(attached)) return reply.code(statusOf(attached)).send(attached);
      items.push(presentAttachment(attached));
    }
    return { items };
  };
  const notFound = (reply: FastifyReply) =>
    reply
      .code(404)
      .send({ refused: "not-found", sentence: "This is not here.", wayOut: "It may have been moved or removed." });

  app.post<{ Params: { id: string }; Querystring: { kind?: string } }>(
    "/api/v1/conversations/:id/attachments",
    async (request, reply) => {
      const by = await signedIn(request, reply);
      if (!by) return reply;
      const kind = (["reply", "note", "forward"] as const).find((each) => each === request.query.kind) ?? "reply";
      return takeFiles(by, request, reply, { conversationId: numberFrom(request.params.id) as ConversationId, kind });
    },
  );
  app.post("/api/v1/letter/attachments", async (request, reply) => {
    const by = await signedIn(request, reply);
    return by ? takeFiles(by, request, reply, LETTER) : reply;
  });

  app.get<{ Params: { id: string } }>("/api/v1/attachments/:id", async (request, reply) => {
    const by = await signedIn(request, reply);
    if (!by) return reply;
    const found = await findAttachment(db, numberFrom(request.params.id) as AttachmentId);
    const isTheirs = found?.draftOf == null || found.draftOf === by.id;
    const isInView = found?.conversationId == null || (await sees(by, found.conversationId));
    if (!found || !isTheirs || !isInView) return notFound(reply);
    const shown = PICTURES.has(found.type);
    return guarded(reply)
      .header("content-type", shown ? found.type : "application/octet-stream")
      .header("content-disposition", disposition(shown ? "inline" : "attachment", found.name))
      .header("cache-control", "private, max-age=31536000, immutable")
      .send(await readBlob(db, found.blob_hash));
  });

  app.get<{ Params: { id: string } }>("/api/v1/messages/:id/source", async (request, reply) => {
    const by = await signedIn(request, reply);
    if (!by) return reply;
    const message = await findMessage(db, numberFrom(request.params.id) as MessageId);
    if (!message?.blob_hash || !(await sees(by, message.conversation_id))) return notFound(reply);
    return rawMail(reply, await readBlob(db, message.blob_hash), `message-${message.id}.eml`);
  });

  app.get<{ Params: { id: string } }>("/api/v1/quarantine/:id/source", async (request, reply) => {
    const by = await signedIn(request, reply);
    if (!by) return reply;
    const mail = await findQuarantined(desk, by, numberFrom(request.params.id) as InboundMailId);
    if (!mail) return notFound(reply);
    return rawMail(reply, await readBlob(db, mail.blob_hash), `quarantined-${mail.id}.eml`);
  });

  app.get<{ Params: { id: string }; Querystring: { images?: string } }>(
    "/api/v1/messages/:id/page",
    async (request, reply) => {
      const by = await signedIn(request, reply);
      if (!by) return reply;
      const message = await findMessage(db, numberFrom(request.params.id) as MessageId);
      if (!message || !(await sees(by, message.conversation_id))) return notFound(reply);
      const attachments = (await attachmentsOf(db, [message.id])).get(message.id) ?? [];
      const html = withPicturesMended(
        `${message.reply_html ?? ""}${message.folded_html ?? ""}`,
        attachments,
        request.host,
      );
      const images = request.query.images === "show" ? "'self' data: https: http:" : "'self' data:";
      // Same origin, because pictures of the mail itself need our cookie; the frame that shows it reads its height.
      return reply
        .header(
          "content-security-policy",
          `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox`,
        )
        .header("x-content-type-options", "nosniff")
        .header("referrer-policy", "no-referrer")
        .header("cache-control", "private, no-store")
        .type("text/html; charset=utf-8")
        .send(
          `<!doctype html><html><head><meta charset="utf-8"><title>Message</title><base target="_blank"><style>${PAGE_STYLE}</style></head><body>${html}</body></html>`,
        );
    },
  );
}

const PAGE_STYLE =
  "body{font:16px/1.55 Georgia,serif;margin:0;overflow-wrap:anywhere;color:#1d1b18;background:#fff}img{max-width:100%;height:auto}";

/**
 * Pictures of the mail itself point at its attachments; those of the internet stay; whatever else a stranger calls a picture
 * (an address of this desk, so that opening a letter does something here) is left out.
 * @param html as sanitised: "<", ">" and quotes are escaped inside attributes, so one look finds each picture.
 */
function withPicturesMended(
  html: string,
  attachments: readonly { readonly content_id: string | null; readonly id: number }[],
  ownHost: string,
): string {
  const byContentId = new Map(attachments.map(({ content_id, id }) => [`cid:${content_id}`, id]));
  return html.replace(/<img [^>]*>/g, (image) =>
    image.replace(/ src="([^"]*)"/, (source, address: string) => {
      const attachment = byContentId.get(address);
      if (attachment !== undefined) return ` src="/api/v1/attachments/${attachment}"`;
      if (/^(?:data:image\/|\/api\/v1\/attachments\/\d+$)/i.test(address)) return source;
      const plain = address.replaceAll("&amp;", "&");
      return /^https?:\/\//i.test(plain) && URL.canParse(plain) && new URL(plain).host !== ownHost ? source : "";
    }),
  );
}

const numberFrom = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0);

const guarded = (reply: FastifyReply): FastifyReply =>
  reply
    .header("content-security-policy", NOTHING_RUNS)
    .header("x-content-type-options", "nosniff")
    .header("cross-origin-resource-policy", "same-origin")
    .header("referrer-policy", "no-referrer");

const rawMail = (reply: FastifyReply, bytes: Buffer, name: string): FastifyReply =>
  guarded(reply)
    .header("content-type", "application/octet-stream")
    .header("content-disposition", disposition("attachment", name))
    .send(bytes);

/** RFC 6266: a plain name for old programs and the real one, encoded. */
const disposition = (how: "inline" | "attachment", name: string): string =>
  `${how}; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
