/**
 * The web server: the contract, live updates, bytes, health, and the built web app. Security headers are the same for every
 * answer; a mail shown as a page brings a stricter policy of its own.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import helmet from "@fastify/helmet";
import statics from "@fastify/static";
import Fastify, { type FastifyInstance } from "fastify";
import { Unavailable } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { Log } from "../log.ts";
import { accountHandlers } from "./account-handlers.ts";
import { serveBytes } from "./bytes.ts";
import { coachHandlers } from "./coach-handlers.ts";
import { conversationHandlers } from "./conversation-handlers.ts";
import { serveLive } from "./live.ts";
import { downInWords, openLookout } from "./lookout.ts";
import { mount } from "./mount.ts";
import { serveOauthCallback } from "./oauth.ts";
import { openApi } from "./openapi.ts";
import { organisationHandlers } from "./organisation-handlers.ts";
import { outsideHandlers } from "./outside-handlers.ts";
import { playbookHandlers } from "./playbook-handlers.ts";
import { promiseHandlers } from "./promise-handlers.ts";
import { readingHandlers } from "./reading-handlers.ts";
import { guardRequests, whoCalls } from "./session-cookie.ts";
import { type Neighbours, settingsHandlers } from "./settings-handlers.ts";
import { writingHandlers } from "./writing-handlers.ts";

const WEB = fileURLToPath(new URL("../../../dist/web", import.meta.url));
/** 25 MB over a slow line. */
const SLOWEST_REQUEST_MS = 5 * 60_000;
const LARGEST_BODY = 4 * 1024 * 1024;

export interface WebApp {
  readonly app: FastifyInstance;
  readonly close: () => Promise<void>;
}

export async function buildApp(desk: Desk, log: Log, neighbours: Neighbours, version: string): Promise<WebApp> {
  const { settings } = desk;
  const app = Fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    trustProxy: settings.HEARD_TRUSTED_PROXIES.length > 0 ? settings.HEARD_TRUSTED_PROXIES : false,
    forceCloseConnections: true,
    // Fastify would wait for ever for a request that never ends.
    requestTimeout: SLOWEST_REQUEST_MS,
    // Other programs may leave the version out where they call the coach alone.
    rewriteUrl: ({ url = "/" }) => url.replace(/^\/api\/coach\//, "/api/v1/coach/"),
  });
  const isSecure = settings.HEARD_URL?.startsWith("https:") === true;
  await app.register(helmet, {
    hsts: isSecure ? { maxAge: 15_552_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    contentSecurityPolicy: {
      // The library's defaults would upgrade plain-http installations to https, where nobody answers.
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
  });
  await guardRequests(app, settings);

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof Unavailable) {
      log.warn({ path: request.routeOptions.url, error }, "web.unavailable");
      return reply.code(503).send({
        refused: error.code,
        sentence: downInWords(error),
        wayOut: "Nothing was lost. Try again in a moment.",
      });
    }
    if (error.statusCode && error.statusCode < 500)
      return reply.code(error.statusCode).send({ refused: "not-understood", sentence: error.message, wayOut: "" });
    log.error({ path: request.routeOptions.url, error }, "web.bug");
    return reply.code(500).send({
      refused: "bug",
      sentence: "Something went wrong inside the desk.",
      wayOut: "Try again; if it stays, the desk's log says more.",
    });
  });

  const caller = whoCalls(desk);
  const lookout = openLookout(desk, log);
  mount(
    app,
    desk,
    {
      ...accountHandlers,
      ...conversationHandlers,
      ...writingHandlers,
      ...promiseHandlers,
      ...coachHandlers,
      ...readingHandlers,
      ...outsideHandlers,
      ...organisationHandlers,
      ...playbookHandlers,
      ...settingsHandlers(neighbours, lookout),
    },
    caller,
  );
  await serveBytes(app, desk, caller);
  const live = await serveLive(app, desk, caller);
  serveOauthCallback(app, desk, caller);

  app.get("/health", async (_request, reply) => {
    const problem = await lookout();
    return problem === undefined ? { ok: true, version } : reply.code(503).send({ ok: false, problem });
  });
  const document = openApi(version);
  app.get("/api/v1/openapi.json", () => document);
  await serveWebApp(app);
  return {
    app,
    close: async () => {
      await live.close();
      await app.close();
    },
  };
}

async function serveWebApp(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${WEB}/index.html`)) return;
  await app.register(statics, {
    root: WEB,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) =>
    request.method === "GET" && !/^\/(?:api|assets)\//.test(request.url)
      ? reply.header("cache-control", "no-cache").sendFile("index.html")
      : reply.code(404).send({ refused: "not-found", sentence: "There is nothing at this address.", wayOut: "" }),
  );
}
