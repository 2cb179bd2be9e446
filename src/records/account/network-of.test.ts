import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

const group = fc.integer({ min: 0, max: 0xffff });
const written = (groups: readonly number[]) => groups.map((part) => part.toString(16)).join(":");

test("two IPv6 addresses count as one network exactly when their first 64 bits are the same", () => {
  fc.assert(
    fc.property(
      fc.tuple(group, group, group, group),
      fc.tuple(group, group, group, group),
      fc.tuple(group, group, group, group),
      (net, a, b) => {
        fc.pre(net.some((part) => part > 0));
        expect(networkOf(written([...net, ...a]))).toBe(networkOf(written([...net, ...b])));
        const [first = 0, ...rest] = net;
        expect(networkOf(written([first ^ 1, ...rest, ...a]))).not.toBe(networkOf(written([...net, ...a])));
      },
    ),
  );
});

test("an address is the same however it is shortened", () => {
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("2001:0DB8:0000:0000:ffff::")).toBe("2001:db8:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
});

test("an IPv4 address written as IPv6 is the same address", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(networkOf(`::ffff:${address}`)).toBe(networkOf(address));
      expect(networkOf(address)).toBe(address);
    }),
  );
});

test("what is no address shares one door", () => expect(networkOf("somewhere")).toBe("unknown"));
