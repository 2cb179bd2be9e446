import { expect, test } from "vitest";
import { openCrowd, remoteNetwork } from "./smtp-crowd.ts";

test("one remote is one IPv4 address, or one /64 of IPv6 however it is written", () => {
  expect(remoteNetwork("192.0.2.7")).toBe("192.0.2.7");
  expect(remoteNetwork("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(remoteNetwork("2001:db8:1:2::9")).toBe("2001:db8:1:2");
  expect(remoteNetwork("2001:db8::9")).toBe("2001:db8:0:0");
  expect(remoteNetwork("::1")).toBe("0:0:0:0");
});

test("a remote with its share taken waits, while others come in and places are given back", () => {
  const crowd = openCrowd({ sessionsPerRemote: 2, bytesAtOnce: 100 });
  expect([1, 2, 3].map(() => crowd.mayEnter("192.0.2.7"))).toEqual([true, true, false]);
  expect(crowd.mayEnter("192.0.2.8")).toBe(true);
  crowd.leave("192.0.2.7");
  expect(crowd.mayEnter("192.0.2.7")).toBe(true);
});

test("mails being received never hold more bytes together than allowed", () => {
  const crowd = openCrowd({ sessionsPerRemote: 2, bytesAtOnce: 100 });
  expect(crowd.mayHold(60)).toBe(true);
  expect(crowd.mayHold(60)).toBe(false);
  crowd.freeBytes(60);
  expect(crowd.mayHold(100)).toBe(true);
});
