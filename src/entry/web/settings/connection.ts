/** What the connection form holds, and what the server is told of it. Pure. */
import type { ImapSettings, Mailbox, SmtpSettings } from "../../contract/index.ts";
import { guessedServers, type Provider, type Server } from "./providers.ts";

export interface Connection {
  readonly address: string;
  readonly wayIn: "imap" | "smtp";
  readonly imapServer: Server;
  readonly folder: string;
  readonly user: string;
  readonly password: string;
  /** Signs in at the provider instead of with a password. */
  readonly oauth: "google" | "microsoft" | "custom" | null;
  readonly wayOut: "smtp" | "sink";
  readonly smtpServer: Server;
  /** The login of the way in is used for the way out as well. */
  readonly sameLogin: boolean;
  readonly outUser: string;
  readonly outPassword: string;
  readonly outNeedsLogin: boolean;
}

export function freshConnection(address: string, provider: Provider | undefined): Connection {
  const servers = provider ?? guessedServers(address);
  return {
    address,
    wayIn: "imap",
    imapServer: servers.imap,
    folder: "INBOX",
    user: address,
    password: "",
    oauth: null,
    wayOut: "smtp",
    smtpServer: servers.smtp,
    sameLogin: true,
    outUser: address,
    outPassword: "",
    outNeedsLogin: true,
  };
}

/** The connection of a mailbox that exists. Passwords never come out, so theirs are empty: kept as they are. */
export function connectionOf(mailbox: Mailbox): Connection {
  const fresh = freshConnection(mailbox.address, undefined);
  const inUser = mailbox.imap && mailbox.imap.signIn.kind !== "none" ? mailbox.imap.signIn.user : mailbox.address;
  const out = mailbox.smtp?.signIn;
  const outUser = out && out.kind !== "none" ? out.user : inUser;
  return {
    ...fresh,
    wayIn: mailbox.wayIn,
    imapServer: mailbox.imap ?? fresh.imapServer,
    folder: mailbox.imap?.folder ?? "INBOX",
    user: inUser,
    oauth: mailbox.imap?.signIn.kind === "oauth" ? mailbox.imap.signIn.provider : null,
    wayOut: mailbox.wayOut,
    smtpServer: mailbox.smtp ?? fresh.smtpServer,
    sameLogin: mailbox.wayIn === "imap" && outUser === inUser,
    outUser,
    outNeedsLogin: out?.kind !== "none",
  };
}

type SignIn = ImapSettings["signIn"];
const signIn = (user: string, password: string, oauth: Connection["oauth"]): SignIn =>
  oauth ? { kind: "oauth", user, provider: oauth } : { kind: "password", user, password: password || null };

/** The part of a mailbox that says how mail comes and goes. */
export function wiresOf(from: Connection): Pick<Mailbox, "wayIn" | "imap" | "wayOut" | "smtp"> {
  const { host, port, security } = from.imapServer;
  const imap: ImapSettings = {
    host,
    port,
    security,
    folder: from.folder,
    signIn: signIn(from.user, from.password, from.oauth),
  };
  const sharesLogin = from.sameLogin && from.wayIn === "imap";
  const smtp: SmtpSettings = {
    host: from.smtpServer.host,
    port: from.smtpServer.port,
    security: from.smtpServer.security,
    signIn: sharesLogin
      ? signIn(from.user, from.password, from.oauth)
      : from.outNeedsLogin
        ? signIn(from.outUser, from.outPassword, null)
        : { kind: "none" },
  };
  return {
    wayIn: from.wayIn,
    imap: from.wayIn === "imap" ? imap : null,
    wayOut: from.wayOut,
    smtp: from.wayOut === "smtp" ? smtp : null,
  };
}
