/**
 * A private Dovecot for tests: its own folder, its own ports, gone with the test. Works as root and as an ordinary user.
 * When Dovecot is not installed, `startDovecot` gives the reason as a sentence and the test says that it did not run.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";

export interface DovecotOptions {
  /** With it, TLS is offered: STARTTLS at `port`, TLS from the first byte at `tlsPort`. */
  readonly certificate?: { readonly certificatePem: string; readonly privateKeyPem: string };
  /** Where access tokens are checked (RFC 7662); the answer's `username` is who signs in. */
  readonly introspectionUrl?: string;
  /** Offer no IDLE, as some old servers do. */
  readonly idle?: "offered" | "not-offered";
}

export interface Dovecot {
  readonly port: number;
  readonly tlsPort: number;
  /** Any user name signs in with this password. */
  readonly password: string;
  /** Puts a mail into a folder, as if it had just been delivered. */
  deliver(user: string, raw: string | Buffer, folder?: string): Promise<void>;
  /** A client of one's own, to look at what the code under test left behind. */
  client(user: string): Promise<ImapFlow>;
  /** Gives the folder a new UIDVALIDITY, as a restored or recreated mailbox has. */
  renumber(user: string): Promise<void>;
  /** Cuts all connections, as a restart does, and comes back at the same ports. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export const DOVECOT_MISSING = "not run: Dovecot is not installed";

const PATHS = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot"];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("close", () => resolve(false));
    socket.once("error", () => resolve(false));
  });
}

/** The server, or null when Dovecot is not installed (then say DOVECOT_MISSING). */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot | null> {
  const program = PATHS.find(existsSync);
  if (program === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "heard-dovecot-"));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const isRoot = process.getuid?.() === 0;
  const me = userInfo().username;
  // As root Dovecot insists on another user for its unprivileged parts; as an ordinary user there is only oneself.
  const owner = isRoot ? { user: "nobody", group: groupOf("nobody") } : { user: me, group: groupOf(me) };
  for (const part of ["run", "state", "mail"]) mkdirSync(join(folder, part));
  chmodSync(folder, 0o755);
  if (isRoot)
    chownSync(
      join(folder, "mail"),
      Number(execFileSync("id", ["-u", "nobody"])),
      Number(execFileSync("id", ["-g", "nobody"])),
    );
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const { certificate, introspectionUrl } = options;
  const tls =
    certificate === undefined
      ? "ssl = no"
      : `ssl = yes\nssl_cert = <${file("certificate.pem", certificate.certificatePem)}\nssl_key = <${file("key.pem", certificate.privateKeyPem)}`;
  const tokens =
    introspectionUrl === undefined
      ? ""
      : `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${file(
          "oauth2.conf",
          `introspection_mode = post\nintrospection_url = ${introspectionUrl}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
        )}\n}`;
  const idle =
    options.idle === "not-offered"
      ? "protocol imap {\n  imap_capability = IMAP4rev1 LITERAL+ UIDPLUS MOVE NAMESPACE SPECIAL-USE\n}"
      : "";
  const configuration = file(
    "dovecot.conf",
    `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
${tls}
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
first_valid_gid = 1
default_login_user = ${owner.user}
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
auth_mechanisms = plain login${introspectionUrl === undefined ? "" : " xoauth2 oauthbearer"}
mail_max_userip_connections = 50
auth_failure_delay = 0
${tokens}
passdb {
  driver = static
  args = password=secret
  mechanisms = plain login
}
userdb {
  driver = static
  args = uid=${owner.user} gid=${owner.group} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Done {
    auto = create
  }
}
${idle}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${certificate === undefined ? 0 : tlsPort}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`,
  );

  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    // In a process group of its own: Dovecot's master leaves idle sessions running when it is asked to stop.
    child = spawn(program, ["-F", "-c", configuration], { stdio: "ignore", detached: true });
    for (let tries = 0; tries < 200; tries++) {
      if (await answers(port)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Dovecot did not start:\n${readFileSync(join(folder, "dovecot.log"), "utf8")}`);
  };
  const stop = async (): Promise<void> => {
    const stopping = child;
    child = undefined;
    if (stopping?.pid === undefined) return;
    const ended = once(stopping, "exit");
    process.kill(-stopping.pid, "SIGTERM");
    await ended;
  };
  const client = async (user: string): Promise<ImapFlow> => {
    const connection = new ImapFlow({
      host: "127.0.0.1",
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: "secret" },
      logger: false,
      disableAutoIdle: true,
    });
    connection.on("error", () => {});
    await connection.connect();
    return connection;
  };
  await start();
  return {
    port,
    tlsPort,
    password: "secret",
    client,
    start,
    stop,
    async deliver(user, raw, into = "INBOX") {
      const connection = await client(user);
      await connection.append(into, Buffer.from(raw));
      await connection.logout();
    },
    async renumber(user) {
      const list = join(folder, "mail", user, "dovecot-uidlist");
      const [head = "", ...mails] = readFileSync(list, "utf8").split("\n");
      writeFileSync(list, [head.replace(/V\d+/, (value) => `V${Number(value.slice(1)) + 1}`), ...mails].join("\n"));
      for (const name of ["dovecot.index", "dovecot.index.log", "dovecot.index.cache"])
        rmSync(join(folder, "mail", user, name), { force: true });
    },
    async restart() {
      await stop();
      await start();
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function groupOf(user: string): string {
  return execFileSync("id", ["-gn", user]).toString().trim();
}
