/**
 * Makes a certificate that this installation signs itself, so that servers can send us mail encrypted before anybody has
 * bought or fetched a real one. It proves nothing about who we are (mail servers do not ask, RFC 7435) and keeps listeners-in
 * out. Node makes keys and signatures but no certificates; the few X.509 fields needed (RFC 5280 §4.1) are written here.
 */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { isIP, isIPv4 } from "node:net";

export interface Certificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface SelfSignedOptions {
  /** The name that the world finds this server under; an IP address works as well. */
  readonly hostname: string;
  readonly now: Date;
  /** Ten years when left out: nobody checks the date of such a certificate, and nobody is there to renew it. */
  readonly validDays?: number;
}

const DAY_MS = 86_400_000;
// The numbers of X.509 types and fields, DER-encoded: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints.
const ECDSA_WITH_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");
const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
const BASIC_CONSTRAINTS = Buffer.from("0603551d13", "hex");
const TRUE = Buffer.from("0101ff", "hex");

/** Tag, length, value: the one rule of DER. Lengths above 127 carry their own length first. */
function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const value = Buffer.concat(contents);
  if (value.length < 0x80) return Buffer.concat([Buffer.from([tag, value.length]), value]);
  const hex = value.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, value]);
}

const sequence = (...contents: Uint8Array[]): Buffer => der(0x30, ...contents);

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5). */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, "").slice(0, 14);
  return at.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : der(0x18, Buffer.from(`${digits}Z`));
}

function addressBytes(ip: string): Buffer {
  if (isIPv4(ip)) return Buffer.from(ip.split(".").map(Number));
  const [head = "", tail = ""] = ip.split("::", 2);
  const groups = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const [left, right] = [groups(head), groups(tail)];
  const all = [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** A P-256 key and an X.509 v3 certificate for it, both as PEM. */
export function selfSignedCertificate({ hostname, now, validDays = 3650 }: SelfSignedOptions): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const publicKeyInfo = publicKey.export({ type: "spki", format: "der" });
  // The serial number has to differ between certificates of one issuer and to be positive (RFC 5280 §4.1.2.2).
  const serial = createHash("sha256").update(publicKeyInfo).digest().subarray(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(hostname.slice(0, 64))))));
  const altName = isIP(hostname) ? der(0x87, addressBytes(hostname)) : der(0x82, Buffer.from(hostname, "latin1"));
  const extensions = sequence(
    sequence(BASIC_CONSTRAINTS, TRUE, der(0x04, sequence(TRUE))),
    sequence(SUBJECT_ALT_NAME, der(0x04, sequence(altName))),
  );
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    sequence(ECDSA_WITH_SHA256),
    name,
    // An hour back, for clocks that are a little behind.
    sequence(time(new Date(now.getTime() - 3_600_000)), time(new Date(now.getTime() + validDays * DAY_MS))),
    name,
    publicKeyInfo,
    der(0xa3, extensions),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, sequence(ECDSA_WITH_SHA256), der(0x03, Buffer.from([0]), signature));
  return {
    certificatePem: pem("CERTIFICATE", certificate),
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
