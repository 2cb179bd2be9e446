/** The DNS of each mailbox's domain: whether mail for it can arrive, and whether mail from it is believed. */
import { listMailboxes } from "../../../records/mailbox/index.ts";
import { broken, type DeskWorld, type Finding, fine, hint } from "./finding.ts";

export async function checkDns(world: DeskWorld): Promise<Finding[]> {
  const mailboxes = (await listMailboxes(world.desk.database.db)).filter((mailbox) => !mailbox.is_sample);
  const domains = [...new Set(mailboxes.map(({ address }) => (address.split("@")[1] ?? "").toLowerCase()))].filter(
    Boolean,
  );
  return (await Promise.all(domains.map((domain) => checkDomain(world, domain)))).flat();
}

type Looked<T> = { readonly found: T[] } | { readonly missing: "domain" | "record" | "resolver" };

async function look<T>(question: Promise<T[]>): Promise<Looked<T>> {
  try {
    return { found: await question };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTFOUND") return { missing: "domain" };
    if (code === "ENODATA") return { missing: "record" };
    return { missing: "resolver" };
  }
}

async function checkDomain({ resolver }: DeskWorld, domain: string): Promise<Finding[]> {
  const mx = await look(resolver.resolveMx(domain));
  if ("missing" in mx && mx.missing === "domain")
    return [
      broken(
        "dns",
        `There is no domain ${domain} in the DNS.`,
        "Check the spelling of the mailbox's address, and whether the domain is still registered.",
      ),
    ];
  if ("missing" in mx && mx.missing === "resolver")
    return [
      hint(
        "dns",
        `The DNS could not be asked about ${domain}.`,
        "Check the resolver of this machine (/etc/resolv.conf).",
      ),
    ];
  // RFC 7505: a single MX of "." says that the domain takes no mail.
  const takesMail = "found" in mx && mx.found.some(({ exchange }) => exchange !== "");
  const [spf, dmarc] = await Promise.all([
    hasText(resolver, domain, "v=spf1"),
    hasText(resolver, `_dmarc.${domain}`, "v=DMARC1"),
  ]);
  const findings: Finding[] = [];
  if (!takesMail)
    findings.push(
      broken(
        "dns-mx",
        `The DNS of ${domain} names no mail server (MX), so nobody can write there.`,
        "Add an MX record that points at the server which takes your mail.",
      ),
    );
  if (!spf)
    findings.push(
      hint(
        "dns-spf",
        `The DNS of ${domain} does not say who may send mail for it (SPF), so replies may land in spam.`,
        "Add the TXT record that your mail provider gives you.",
      ),
    );
  if (!dmarc)
    findings.push(
      hint(
        "dns-dmarc",
        `The DNS of ${domain} has no DMARC record; large providers want one.`,
        `Add a TXT record at _dmarc.${domain}, at first “v=DMARC1; p=none”.`,
      ),
    );
  return findings.length > 0
    ? findings
    : [fine("dns", `The DNS of ${domain} names its mail servers and who may send for it.`)];
}

async function hasText(resolver: DeskWorld["resolver"], name: string, beginning: string): Promise<boolean> {
  const texts = await look(resolver.resolveTxt(name));
  return (
    "found" in texts && texts.found.some((parts) => parts.join("").toLowerCase().startsWith(beginning.toLowerCase()))
  );
}
