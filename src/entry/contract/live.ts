/**
 * What the server pushes over `GET /api/v1/live` (server-sent events). Each event says only what to look at again; the
 * words themselves are fetched by routes that check who is asking. `id:` is the event's number, so a stream resumes.
 */
export type LiveEvent =
  | {
      readonly kind: "conversation";
      readonly conversationId: number;
      readonly what: string;
      readonly personId: number | null;
    }
  | { readonly kind: "presence"; readonly conversationId: number }
  | { readonly kind: "mailboxes" }
  | { readonly kind: "quarantine" }
  | { readonly kind: "people" }
  | { readonly kind: "customers" }
  | { readonly kind: "blocked" }
  | { readonly kind: "snippets" }
  | { readonly kind: "playbooks" }
  /** Something may have been missed: look at everything again. */
  | { readonly kind: "again" };

/**
 * Routes outside the contract, because they carry bytes rather than JSON:
 *   GET  /api/v1/live                                   server-sent events
 *   POST /api/v1/conversations/:id/attachments?kind=    multipart upload into a draft, answers {items: Attachment[]}
 *   GET  /api/v1/attachments/:id                        download; inline images are shown, everything else is saved
 *   GET  /api/v1/messages/:id/source                    the raw mail, as a file
 *   GET  /api/v1/messages/:id/page?images=show          the message as a page of its own, under its own strict CSP
 *   GET  /api/v1/quarantine/:id/source                  the raw mail of a quarantined one
 *   GET  /api/v1/oauth/callback                         where the mail provider sends the admin back
 *   GET  /health                                        200 when mail can be taken in, 503 with the reason
 *   GET  /api/v1/openapi.json                           this contract as OpenAPI 3.1
 */
export const LIVE_PATH = "/api/v1/live";
