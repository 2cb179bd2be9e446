/**
 * Every setting of an installation, described once. The only file that reads the environment; all problems are reported
 * at once, in sentences; `heard config describe` prints this list. What a team sets on screen is not here.
 */
import { isIP } from "node:net";
import { z } from "zod";
import { certificateTrouble } from "./certificate-trouble.ts";

interface Setting<T> {
  readonly say: string;
  readonly shape: z.ZodType<T>;
  /** What it is when unset, as people would read it. */
  readonly unset: string;
  readonly secret?: true;
}

const text = z.string().trim();
const within = (least: number, most: number) =>
  z.coerce
    .number({ error: "is not a number" })
    .int({ error: "is not a whole number" })
    .min(least, { error: `is below ${least}` })
    .max(most, { error: `is above ${most}` });
const port = within(0, 65_535);
const list = text.transform((value) => value.split(/[\s,]+/).filter(Boolean));
const setting = <T>(shape: z.ZodType<T>, unset: string, say: string): Setting<T> => ({ say, shape, unset });
const secret = <T>(shape: z.ZodType<T>, unset: string, say: string): Setting<T> => ({
  say,
  shape,
  unset,
  secret: true,
});

/** A whole number between 0 and `bits`, as CIDR writes it after the slash. */
const isPrefix = (text: string, bits: number): boolean => /^\d{1,3}$/.test(text) && Number(text) <= bits;

/** "127.0.0.1", "10.0.0.0/8", "::1": what a proxy's address or network may look like. Names are not looked up. */
function isNetwork(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const kind = isIP(address);
  return kind !== 0 && more.length === 0 && (prefix === undefined || isPrefix(prefix, kind === 4 ? 32 : 128));
}

const webAddress = z.url({ protocol: /^https?$/, error: "is not a web address like https://desk.shop.example" });

const SETTINGS = {
  HEARD_HOME: setting(text.default("./data"), "./data", "The one folder to keep: database, secret key, logs."),
  HEARD_URL: setting(
    webAddress
      .refine((url) => /^[a-z]+:\/\/[^/?#@]+\/*$/i.test(url), {
        error: "has more than a scheme, a host and a port; the desk must be at the top of its host",
      })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    "mails carry no links and ask to be answered by mail",
    "Where people reach the desk from outside, e.g. https://desk.shop.example.",
  ),
  HOST: setting(
    text.default("127.0.0.1"),
    "127.0.0.1",
    "The address the web app listens on; 0.0.0.0 inside a container.",
  ),
  PORT: setting(port.optional(), "3000, or the next free one", "The port the web app listens on."),
  HEARD_SMTP_HOST: setting(
    text.default("127.0.0.1"),
    "127.0.0.1",
    "The address the built-in SMTP listener listens on.",
  ),
  HEARD_SMTP_PORT: setting(port.optional(), "2525, or the next free one", "The port of the built-in SMTP listener."),
  HEARD_SMTP_NAME: setting(text.optional(), "the machine's host name", "The name the SMTP listener greets with."),
  HEARD_SMTP_TLS_CERT: setting(text.optional(), "made by Heard", "PEM file with the certificate chain for STARTTLS."),
  HEARD_SMTP_TLS_KEY: setting(text.optional(), "made by Heard", "PEM file with the private key for STARTTLS."),
  HEARD_MAX_MAIL_MB: setting(within(1, 200).default(40), "40", "The largest mail that is taken in, in megabytes."),
  DATABASE_URL: secret(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, { error: "does not start with postgres://" })
      .refine(isReadableUrl, {
        error: "cannot be read as an address (a password with @, /, : or # must be percent-encoded)",
      })
      .refine((url) => !isReadableUrl(url) || namesDatabase(url), { error: "names no database after the host" })
      .optional(),
    "the PostgreSQL that Heard brings along, in HEARD_HOME",
    "Any PostgreSQL 15 or newer: postgres://user:password@host/database.",
  ),
  HEARD_SECRET_KEY: secret(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/i, { error: "is not 64 hexadecimal digits" })
      .optional(),
    "kept in HEARD_HOME/secret.key",
    "Seals mailbox passwords. Needed when several machines share one database.",
  ),
  HEARD_TRUSTED_PROXIES: setting(
    list
      .refine((all) => all.every(isNetwork), {
        error: "is not a list of addresses and networks; names are not looked up",
      })
      .default([]),
    "none",
    "Addresses or networks of the proxies in front, e.g. 127.0.0.1 10.0.0.0/8. Only their X-Forwarded-For is believed.",
  ),
  HEARD_PARTS: setting(
    list
      .refine((parts) => parts.length > 0, { error: "names no part" })
      .refine((parts) => parts.every((part) => ["web", "mail", "worker"].includes(part)), {
        error: "knows only web, mail and worker",
      })
      .default(["web", "mail", "worker"]),
    "web mail worker",
    "Which parts run in this process.",
  ),
  HEARD_LOG: setting(
    z
      .enum(["debug", "info", "warn", "error", "silent"], { error: "is not one of debug, info, warn, error, silent" })
      .default("info"),
    "info",
    "How much is logged. Message text never is.",
  ),
  HEARD_UNDO_SECONDS: setting(within(0, 120).default(10), "10", "How long a reply can be taken back after sending."),
  HEARD_GOOGLE_CLIENT: secret(
    text.optional(),
    "no Google sign-in",
    "OAuth client of the team's own Google project: id:secret.",
  ),
  HEARD_MICROSOFT_CLIENT: secret(
    text.optional(),
    "no Microsoft sign-in",
    "OAuth client registered with Microsoft: id:secret.",
  ),
  HEARD_OAUTH_CLIENT: secret(text.optional(), "none", "OAuth client at another provider: id:secret."),
  HEARD_OAUTH_AUTHORIZE_URL: setting(webAddress.optional(), "none", "Where another provider asks its people to agree."),
  HEARD_OAUTH_TOKEN_URL: setting(webAddress.optional(), "none", "Where another provider hands out tokens."),
} as const;

function isReadableUrl(url: string): boolean {
  return URL.canParse(url);
}

/** `postgres:///heard?host=/run/postgresql` names its host elsewhere. */
const namesDatabase = (url: string): boolean => new URL(url).pathname.length > 1;

/** What no setting is wrong about alone. */
function togetherTrouble(settings: Partial<Settings>): string[] {
  const { HEARD_SMTP_TLS_CERT: certificate, HEARD_SMTP_TLS_KEY: key } = settings;
  const trouble: string[] = [];
  if ((certificate === undefined) !== (key === undefined)) {
    const [set, unset] = certificate ? ["CERT", "KEY"] : ["KEY", "CERT"];
    trouble.push(`HEARD_SMTP_TLS_${set} is set and HEARD_SMTP_TLS_${unset} is not. Set both, or neither.`);
  }
  if (certificate !== undefined && key !== undefined) trouble.push(...certificateTrouble(certificate, key));
  const urls = [settings.HEARD_OAUTH_AUTHORIZE_URL, settings.HEARD_OAUTH_TOKEN_URL];
  if (settings.HEARD_OAUTH_CLIENT !== undefined && urls.includes(undefined))
    trouble.push(
      "HEARD_OAUTH_CLIENT is set without both HEARD_OAUTH_AUTHORIZE_URL and HEARD_OAUTH_TOKEN_URL. Set all three.",
    );
  return trouble;
}

type Key = keyof typeof SETTINGS;
export type Settings = { readonly [K in Key]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never };

/** @returns the settings, frozen, or every problem at once, each a sentence. Unknown HEARD_ names are problems too. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | { problems: string[] } {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, { shape, secret, say }] of Object.entries(SETTINGS) as Array<[Key, Setting<unknown>]>) {
    const given = environment[key] === "" ? undefined : environment[key];
    const read = shape.safeParse(given);
    if (read.success) values[key] = read.data;
    else {
      const shown = secret || given === undefined ? key : `${key}=${given}`;
      problems.push(`${shown} ${read.error.issues.map((issue) => issue.message).join(", ")}. ${say}`);
    }
  }
  for (const key of Object.keys(environment)) {
    if (key.startsWith("HEARD_") && !(key in SETTINGS) && !["HEARD_CORPORA", "HEARD_TEST_DATABASE_URL"].includes(key))
      problems.push(`${key} is not a setting of Heard. \`heard config describe\` lists them all.`);
  }
  problems.push(...togetherTrouble(values as Partial<Settings>));
  return problems.length > 0 ? { problems } : (Object.freeze(values) as Settings);
}

/** The annotated list that `heard config describe` prints and docs/config.md holds. */
export function describeSettings(): string {
  const lines = ["# Settings", "", "Set them in the environment. Everything else is set on screen.", ""];
  for (const [key, { say, unset, secret }] of Object.entries(SETTINGS) as Array<[Key, Setting<unknown>]>)
    lines.push(`## ${key}`, "", `${say}${secret ? " Never logged." : ""}`, "", `When unset: ${unset}.`, "");
  return `${lines.join("\n").trimEnd()}\n`;
}
