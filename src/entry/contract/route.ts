/**
 * What a route of the contract is. The key is the method and the path; the schemas are Zod's. Kept structural, because
 * the checker pays for every generic constraint. The web app imports only the types, so Zod stays out of its bundle.
 */
interface Schema {
  readonly _zod: { input: unknown; output: unknown };
}

/** Who may call: "anyone" needs no session; the others name the lowest role that may. */
export type Who = "anyone" | "agent" | "lead" | "admin";

export interface Route {
  readonly summary: string;
  readonly who: Who;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly out: Schema;
}

type In<Key extends string, R> = R extends { [k in Key]: infer S extends Schema }
  ? { [k in Key]: S["_zod"]["input"] }
  : unknown;
type Parsed<Key extends string, R> = R extends { [k in Key]: infer S extends Schema }
  ? { [k in Key]: S["_zod"]["output"] }
  : unknown;

/** What a caller hands over, before parsing. */
export type Args<R> = In<"params", R> & In<"query", R> & In<"body", R>;
/** What a handler is given, after parsing. */
export type Parts<R> = Parsed<"params", R> & Parsed<"query", R> & Parsed<"body", R>;
/** What a caller gets. */
export type Out<R extends Route> = R["out"]["_zod"]["output"];
/** What a handler may return. */
export type Answer<R extends Route> = R["out"]["_zod"]["input"];
