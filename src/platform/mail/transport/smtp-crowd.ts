/**
 * Counts who is connected to the SMTP listener and says when one remote takes more than its share, so that a mail bomb from
 * one network slows nobody else. Knows numbers only; speaks no SMTP.
 */
import { isIPv6 } from "node:net";

export interface CrowdLimits {
  /** Sessions at once from one address (one /64 for IPv6: that is what one customer of a provider gets). */
  readonly sessionsPerRemote: number;
  /** Bytes of mails being received at once, over all sessions. */
  readonly bytesAtOnce: number;
}

export interface Crowd {
  /** False when this remote has enough sessions already. Each true must be paired with one `leave`. */
  mayEnter(remoteAddress: string): boolean;
  leave(remoteAddress: string): void;
  /** Room for so many more bytes? Each true must be paired with one `freeBytes` of the same number. */
  mayHold(bytes: number): boolean;
  freeBytes(bytes: number): void;
}

/** The network that counts as one remote. */
export function remoteNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::", 2);
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

export function openCrowd({ sessionsPerRemote, bytesAtOnce }: CrowdLimits): Crowd {
  const sessions = new Map<string, number>();
  let held = 0;
  return {
    mayEnter(remoteAddress) {
      const network = remoteNetwork(remoteAddress);
      const inside = sessions.get(network) ?? 0;
      if (inside >= sessionsPerRemote) return false;
      sessions.set(network, inside + 1);
      return true;
    },
    leave(remoteAddress) {
      const network = remoteNetwork(remoteAddress);
      const inside = sessions.get(network) ?? 0;
      if (inside <= 1) sessions.delete(network);
      else sessions.set(network, inside - 1);
    },
    mayHold(bytes) {
      if (held + bytes > bytesAtOnce) return false;
      held += bytes;
      return true;
    },
    freeBytes(bytes) {
      held -= bytes;
    },
  };
}
