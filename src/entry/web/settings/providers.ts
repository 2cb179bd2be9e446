/**
 * The settings of common mail providers by the domain of an address, as their own help pages give them. Pure. Whoever has a
 * domain of their own chooses the provider by name or types the servers.
 */
type ProviderKey = "gmail" | "microsoft" | "fastmail" | "icloud" | "yahoo" | "other";

export interface Server {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
}

export interface Provider {
  readonly key: ProviderKey;
  readonly name: string;
  readonly imap: Server;
  readonly smtp: Server;
  readonly oauth?: "google" | "microsoft";
  /** Where an app password is made, for providers that refuse the usual one. */
  readonly appPassword?: string;
}

const tls = (host: string, port: number): Server => ({ host, port, security: "tls" });
const starttls = (host: string, port: number): Server => ({ host, port, security: "starttls" });

export const PROVIDERS: readonly Provider[] = [
  {
    key: "gmail",
    name: "Gmail",
    imap: tls("imap.gmail.com", 993),
    smtp: tls("smtp.gmail.com", 465),
    oauth: "google",
    appPassword: "https://myaccount.google.com/apppasswords",
  },
  {
    key: "microsoft",
    name: "Microsoft 365",
    imap: tls("outlook.office365.com", 993),
    smtp: starttls("smtp.office365.com", 587),
    oauth: "microsoft",
  },
  {
    key: "fastmail",
    name: "Fastmail",
    imap: tls("imap.fastmail.com", 993),
    smtp: tls("smtp.fastmail.com", 465),
    appPassword: "https://app.fastmail.com/settings/security/apps",
  },
  {
    key: "icloud",
    name: "iCloud",
    imap: tls("imap.mail.me.com", 993),
    smtp: starttls("smtp.mail.me.com", 587),
    appPassword: "https://account.apple.com/account/manage",
  },
  {
    key: "yahoo",
    name: "Yahoo",
    imap: tls("imap.mail.yahoo.com", 993),
    smtp: tls("smtp.mail.yahoo.com", 465),
    appPassword: "https://login.yahoo.com/account/security",
  },
];

const DOMAINS: Readonly<Record<string, ProviderKey>> = {
  "gmail.com": "gmail",
  "googlemail.com": "gmail",
  "outlook.com": "microsoft",
  "hotmail.com": "microsoft",
  "live.com": "microsoft",
  "msn.com": "microsoft",
  "fastmail.com": "fastmail",
  "fastmail.fm": "fastmail",
  "icloud.com": "icloud",
  "me.com": "icloud",
  "mac.com": "icloud",
  "ymail.com": "yahoo",
};

const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();

/** The provider that an address names by itself, if it does. */
export function providerOf(address: string): Provider | undefined {
  const domain = domainOf(address);
  const key =
    DOMAINS[domain] ?? (/^yahoo\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/.test(domain) ? "yahoo" : undefined);
  return PROVIDERS.find((one) => one.key === key);
}

/** A first guess for a domain of one's own. */
export function guessedServers(address: string): { readonly imap: Server; readonly smtp: Server } {
  const domain = domainOf(address) || "example.com";
  return { imap: tls(`imap.${domain}`, 993), smtp: starttls(`smtp.${domain}`, 587) };
}
