/** What is wrong with the certificate and the key for STARTTLS, before anybody tries to use them. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * @param certificate path of a PEM file, the chain with the server's own certificate first. @param key path of its private key.
 * @returns sentences; none when both can be read and belong together. An expired one is doctor's to say: it still encrypts.
 */
export function certificateTrouble(certificate: string, key: string): string[] {
  const trouble: string[] = [];
  const read = <T>(name: string, path: string, parse: (pem: Buffer) => T, what: string): T | undefined => {
    let pem: Buffer;
    try {
      pem = readFileSync(path);
    } catch (error) {
      const missing = (error as { code?: string }).code === "ENOENT";
      trouble.push(`${name}=${path} ${missing ? "is not there" : "cannot be read"}. It must be ${what}.`);
      return undefined;
    }
    try {
      return parse(pem);
    } catch {
      trouble.push(`${name}=${path} is not ${what}.`);
      return undefined;
    }
  };
  const chain = "a PEM file with the certificate chain";
  const own = read("HEARD_SMTP_TLS_CERT", certificate, (pem) => new X509Certificate(pem), chain);
  const secret = read("HEARD_SMTP_TLS_KEY", key, (pem) => createPrivateKey(pem), "a PEM file with an open private key");
  if (own && secret && !own.checkPrivateKey(secret))
    trouble.push(`The key in HEARD_SMTP_TLS_KEY is not that of the certificate in HEARD_SMTP_TLS_CERT.`);
  return trouble;
}
