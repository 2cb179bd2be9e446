/**
 * Mounts the contract on Fastify. A missing or mistyped handler is a compile error. Here alone is decided who may call a
 * route (the contract's `who`), how a refusal becomes an HTTP status, and that a write comes from our own page.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isRefusal, type Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { storable } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { type Answer, type Contract, contract, type Parts, type Route, type Who } from "../contract/index.ts";

export interface Call {
  readonly desk: Desk;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A handler of a route that needs a session is handed who calls. */
type By<R extends Route> = R["who"] extends "anyone" ? unknown : { readonly by: SignedIn };

export type Handlers<Keys extends keyof Contract = keyof Contract> = {
  readonly [K in Keys]: (
    call: Call & By<Contract[K]> & Parts<Contract[K]>,
  ) => Promise<Answer<Contract[K]> | Refusal> | Answer<Contract[K]> | Refusal;
};

/** The roles, lowest first: each may do what those before it may. */
const RANK: Readonly<Record<Who, number>> = { anyone: 0, agent: 1, lead: 2, admin: 3 };

export const mayCall = (who: Who, role: SignedIn["role"] | undefined): boolean => (role ? RANK[role] : 0) >= RANK[who];

interface RunningRoute extends Route {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly out: z.ZodType;
}

export function mount(
  app: FastifyInstance,
  desk: Desk,
  handlers: Handlers,
  whoCalls: (request: FastifyRequest) => Promise<SignedIn | undefined>,
): void {
  for (const [key, described] of Object.entries(contract)) {
    const route = described as unknown as RunningRoute;
    const [method, url] = key.split(" ") as ["GET", string];
    const handle = handlers[key as keyof Contract] as unknown as (call: object) => Promise<unknown>;
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const by = await whoCalls(request);
        if (!mayCall(route.who, by?.role)) return refuseCaller(reply, by);
        const given = readParts(route, request);
        if ("problem" in given) return reply.code(422).send(given.problem);
        const answer = await handle({ desk, request, reply, by, ...given });
        if (isRefusal(answer)) return reply.code(statusOf(answer)).send(answer);
        return reply.send(answer ?? {});
      },
    });
  }
}

function readParts(route: RunningRoute, request: FastifyRequest): Record<string, unknown> | { problem: Refusal } {
  const given: Record<string, unknown> = {};
  for (const [part, value] of [
    ["params", request.params],
    ["query", request.query],
    ["body", request.body ?? {}],
  ] as const) {
    const shape = route[part];
    if (!shape) continue;
    const read = parsed(shape, value);
    if (!read.success) {
      const first = read.error.issues[0];
      const where = first?.path.join(".") || part;
      return {
        problem: {
          refused: "not-understood",
          sentence: `${where}: ${first?.message ?? "is not valid"}.`,
          wayOut: "Please check what was entered.",
        },
      };
    }
    given[part] = withStorableTexts(read.data);
  }
  return given;
}

/** What is nested so deep that reading it has no end is not understood, like everything else that nobody means. */
function parsed(shape: z.ZodType, value: unknown): ReturnType<z.ZodType["safeParse"]> {
  try {
    return shape.safeParse(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return z.never().safeParse(undefined);
  }
}

/** Texts as PostgreSQL can hold them, wherever they stand: nobody types a NUL, and a query must not break by one. */
function withStorableTexts(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(withStorableTexts);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storable(name), withStorableTexts(inner)]));
}

export function refuseCaller(reply: FastifyReply, by: SignedIn | undefined): FastifyReply {
  return by
    ? reply.code(403).send({
        refused: "not-allowed",
        sentence: "Your role does not allow this.",
        wayOut: "Ask an admin of this desk.",
      })
    : reply
        .code(401)
        .send({ refused: "signed-out", sentence: "You are not signed in.", wayOut: "Sign in and try again." });
}

/** Refusal codes are local to a verb; a few words at their end carry the HTTP meaning. */
export function statusOf({ refused }: Refusal): number {
  if (/(^|-)not-found$/.test(refused)) return 404;
  if (refused === "signed-out" || refused === "wrong-password") return 401;
  if (refused === "not-allowed") return 403;
  if (refused === "too-many-tries") return 429;
  if (refused === "too-large") return 413;
  return 409;
}
