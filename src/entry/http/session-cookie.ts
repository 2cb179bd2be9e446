/**
 * The cookies of a browser that has signed in, and the check that a write comes from our own page. Decides nothing about
 * who may do what: mount.ts does. The browser's scripts never see either cookie.
 */
import cookies from "@fastify/cookie";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { whoIsSignedIn } from "../../desk/team/index.ts";
import type { Settings } from "../../platform/config/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { KNOWN_FOR_MS, LONGEST_MS, type SignedIn, type Visitor } from "../../records/account/index.ts";

/** `__Host-` ties a cookie to this host and to TLS (RFC 6265bis §4.1.3.2). Browsers drop such a cookie on plain http. */
const isSecure = ({ HEARD_URL }: Settings): boolean => HEARD_URL?.startsWith("https:") === true;
const nameOf = (settings: Settings, what: "session" | "device"): string =>
  `${isSecure(settings) ? "__Host-" : ""}heard_${what}`;

const read = (desk: Desk, request: FastifyRequest, what: "session" | "device"): string | undefined =>
  request.cookies[nameOf(desk.settings, what)];

/** Who a request comes from; for `mount` and for the routes beside the contract (live updates, files). */
export const whoCalls =
  (desk: Desk) =>
  async (request: FastifyRequest): Promise<SignedIn | undefined> => {
    const value = read(desk, request, "session");
    return value === undefined ? undefined : whoIsSignedIn(desk, value);
  };

/** `request.ip` is the first address that no trusted proxy vouches for (HEARD_TRUSTED_PROXIES). */
export const visitorOf = (desk: Desk, request: FastifyRequest): Visitor => ({
  userAgent: request.headers["user-agent"] ?? "",
  address: request.ip,
  sessionCookie: read(desk, request, "session"),
  deviceCookie: read(desk, request, "device"),
});

function give(desk: Desk, reply: FastifyReply, what: "session" | "device", value: string, maxAgeSeconds: number): void {
  reply.setCookie(nameOf(desk.settings, what), value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(desk.settings),
    maxAge: maxAgeSeconds,
  });
}

export const giveSessionCookie = (desk: Desk, reply: FastifyReply, value: string): void =>
  give(desk, reply, "session", value, LONGEST_MS / 1000);

export const giveDeviceCookie = (desk: Desk, reply: FastifyReply, value: string): void =>
  give(desk, reply, "device", value, KNOWN_FOR_MS / 1000);

export const dropSessionCookie = (desk: Desk, reply: FastifyReply): void => give(desk, reply, "session", "", 0);

/** Reads cookies on every request and refuses writes from foreign pages. Register it before any route. */
export async function guardRequests(app: FastifyInstance, settings: Settings): Promise<void> {
  await app.register(cookies);
  app.addHook("onRequest", refuseForeignWrites(settings));
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A write is taken only from our own pages. SameSite=Lax alone would let a sibling subdomain write,
 * and signing a victim in as somebody else needs no cookie at all. A program without cookies says neither header and may.
 */
const refuseForeignWrites =
  (settings: Settings) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (READS.has(request.method) || isOwnWrite(settings, request)) return undefined;
    return reply.code(403).send({
      refused: "foreign-page",
      sentence: "This request did not come from a page of this desk.",
      wayOut: "Open the desk in its own tab and try again. Behind a proxy, set HEARD_URL to the address people use.",
    });
  };

function isOwnWrite(settings: Settings, request: FastifyRequest): boolean {
  const { origin, cookie } = request.headers;
  // Sent only over TLS and on localhost; no page can forge it (Fetch Metadata, W3C).
  if (request.headers["sec-fetch-site"] === "same-origin") return true;
  if (origin !== undefined) return isOwnOrigin(settings, request, origin);
  return request.headers["sec-fetch-site"] === undefined && cookie === undefined;
}

function isOwnOrigin({ HEARD_URL }: Settings, request: FastifyRequest, origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (HEARD_URL !== undefined && from.origin === new URL(HEARD_URL).origin) return true;
  // Without a known address of our own: the page's host is the one the request was sent to. The scheme is not compared,
  // because a proxy in front may end TLS without saying so.
  return from.host === request.host;
}
