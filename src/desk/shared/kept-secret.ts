/** The secrets of a mailbox's servers: which may be used for what, and what a server looks like without them. */
import { refuse } from "../../kit/index.ts";
import { isSameServer, type Mailbox, type ServerSettings } from "../../records/mailbox/index.ts";

type WithPassword<T> = T extends { kind: "password" } ? T & { readonly password: string | null } : T;
/** As it comes from a person: a password of null means the one that is kept. */
export type ServerWithPassword = Omit<ServerSettings, "signIn"> & {
  readonly signIn: WithPassword<ServerSettings["signIn"]>;
};
export type WantedServers = Readonly<Record<"imap" | "smtp", ServerWithPassword | null>>;

export const PASSWORD_AGAIN = refuse(
  "password-again",
  "The password that is kept belongs to another server or user.",
  "Type the password again.",
);

/** A kept password goes to the server and user it was given for, and to no other: not even to try whether it works there. */
export const isKeptFor = (
  kept: Pick<Mailbox, "imap" | "smtp">,
  wanted: WantedServers,
  way: "imap" | "smtp",
): boolean => {
  const server = withoutPassword(wanted[way]);
  return server !== null && isSameServer(kept[way], server);
};

export const lacksPassword = (server: ServerWithPassword | null): boolean =>
  server?.signIn.kind === "password" && server.signIn.password === null;

export function withoutPassword(server: ServerWithPassword | null): ServerSettings | null {
  if (!server) return null;
  const { signIn } = server;
  if (signIn.kind !== "password") return { ...server, signIn };
  return { ...server, signIn: { kind: "password", user: signIn.user } };
}
