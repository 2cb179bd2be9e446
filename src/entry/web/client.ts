/**
 * The one way to the server: typed from the contract, without code generation. Types only, so Zod stays out of the bundle.
 * A refusal comes back as a thrown `Refused` with its sentence and way out; a server that cannot be reached as `Unreachable`.
 */
import type { Args, Attachment, Contract, Out, RefusalBody } from "../contract/index.ts";

/** The server said no, and why. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly wayOut: string;
  readonly leadsTo: number | undefined;
  readonly about: NonNullable<RefusalBody["about"]>;
  constructor(status: number, body: RefusalBody) {
    super(body.sentence);
    this.status = status;
    this.code = body.refused;
    this.wayOut = body.wayOut;
    this.leadsTo = body.leadsTo;
    this.about = body.about ?? [];
  }
}

/** The server could not be reached, or broke. */
export class Unreachable extends Error {}

interface Raw {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

function isRefusal(data: unknown): data is RefusalBody {
  return typeof data === "object" && data !== null && "refused" in data && "sentence" in data;
}

async function answerOf(response: Response): Promise<unknown> {
  const data: unknown = response.headers.get("content-type")?.includes("json") ? await response.json() : null;
  if (response.ok) return data;
  if (isRefusal(data)) throw new Refused(response.status, data);
  throw new Unreachable(`${response.status} ${response.statusText}`);
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === "AbortError") throw problem;
    throw new Unreachable(String(problem));
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Let the request live on when the page is being left. */
  readonly keepalive?: boolean;
}

/** call("GET /api/v1/conversations/:id", { params: { id } }) */
export async function call<K extends keyof Contract>(
  key: K,
  args: Args<Contract[K]>,
  options: CallOptions = {},
): Promise<Out<Contract[K]>> {
  const { params = {}, query = {}, body } = (args ?? {}) as Raw;
  const [method = "GET", path = ""] = (key as string).split(" ");
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null && value !== "")
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  const response = await ask(search ? `${url}?${search}` : url, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
    signal: options.signal ?? null,
    keepalive: options.keepalive ?? false,
  });
  return (await answerOf(response)) as Out<Contract[K]>;
}

/** Puts files into a draft; the one request of the app that is not JSON. */
export async function upload(path: string, files: readonly File[]): Promise<Attachment[]> {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  const response = await ask(path, { method: "POST", body: form });
  return ((await answerOf(response)) as { items: Attachment[] }).items;
}
