/** HEARD_URL: whether people can reach the desk there, as far as that can be told from the desk's own machine. */
import { networkTrouble } from "../../../platform/mail/index.ts";
import { broken, type Finding, fine, hint, type World } from "./finding.ts";

const PATIENCE_MS = 8_000;

export interface AddressAnswer {
  readonly findings: readonly Finding[];
  /** What the server's clock said, if it answered. */
  readonly serverTime: Date | undefined;
}

export async function checkAddress({ settings }: World): Promise<AddressAnswer> {
  const { HEARD_URL } = settings;
  if (HEARD_URL === undefined) return { findings: [noAddress()], serverTime: undefined };
  const { findings, serverTime } = await ask(HEARD_URL);
  return { findings: [...findings, ...proxies(HEARD_URL, settings.HEARD_TRUSTED_PROXIES)], serverTime };
}

async function ask(url: string): Promise<AddressAnswer> {
  const { hostname, port, protocol } = new URL(url);
  const server = { host: hostname, port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port) };
  try {
    const response = await fetch(`${url}/health`, {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return { findings: [judge(url, response.status, text)], serverTime: dateIn(response.headers.get("date")) };
  } catch (error) {
    const trouble = networkTrouble(error, server);
    const finding = trouble
      ? broken("address", `HEARD_URL: ${trouble.sentence}`, wayOutOf(trouble.code))
      : broken("address", `HEARD_URL: ${url} cannot be asked.`, "Check the address.");
    return { findings: [finding], serverTime: undefined };
  }
}

const noAddress = (): Finding =>
  hint(
    "address",
    "HEARD_URL is not set, so mails carry no links: customers are asked to just answer the mail, and invitations are handed over by hand.",
    "Set HEARD_URL to the address at which people reach this desk.",
  );

/** Heard itself speaks plain HTTP, so https means a proxy; without its word all visitors share one door (throttle.ts). */
function proxies(url: string, trusted: readonly string[]): Finding[] {
  if (!url.startsWith("https:") || trusted.length > 0) return [];
  return [
    hint(
      "proxies",
      "HEARD_URL is https and HEARD_TRUSTED_PROXIES is empty, so every visitor seems to come from the proxy: one who guesses passwords slows the sign-in of all.",
      "Set HEARD_TRUSTED_PROXIES to the address of the proxy, as the desk sees it.",
    ),
  ];
}

/** The mail words of `networkTrouble` speak of mailboxes; here it is about the team's own web address. */
function wayOutOf(code: string): string {
  if (code === "dns") return "Check the name in HEARD_URL and its DNS entry.";
  if (code === "tls-expired") return "Renew the certificate where TLS ends: in the proxy in front of the desk.";
  if (code === "tls-untrusted" || code === "tls-name" || code === "tls")
    return "Give the proxy in front of the desk a certificate for this name.";
  return "Check that the proxy in front runs and that this machine may reach it.";
}

function judge(url: string, status: number, text: string): Finding {
  if (status === 200 && /"ok":\s*true/.test(text)) return fine("address", `The desk answers at ${url}.`);
  if (status === 502 || status === 503 || status === 504)
    return broken(
      "address",
      `At ${url} something answers, but not the desk (status ${status}).`,
      "Start the desk, and check where the proxy passes requests on to.",
    );
  if (status >= 300 && status < 400)
    return broken(
      "address",
      `${url} sends people elsewhere (status ${status}).`,
      "Set HEARD_URL to the address at which they arrive.",
    );
  return broken(
    "address",
    `At ${url} something else than Heard answers (status ${status}).`,
    "Check HEARD_URL, and where the proxy passes requests on to.",
  );
}

function dateIn(header: string | null): Date | undefined {
  const date = new Date(header ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date;
}
