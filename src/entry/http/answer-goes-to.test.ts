import { expect, test } from "vitest";
import { answerGoesTo } from "./answer-goes-to.ts";

type Written = Parameters<typeof answerGoesTo>[0][number];
const at = (address: string, name = "") => ({ name, address });
const form = at("noreply@form.test", "Contact form");
const ana = at("ana@customers.test", "Ana");
const row = { customer_id: 1, customer_name: form.name, customer_address: form.address };
const ours = new Set(["help@shop.test", "support@shop.test"]);

const mail = (of: { from?: typeof form; customer?: number; recipients?: Written["recipients"]; forged?: true } = {}) =>
  ({
    kind: "inbound",
    class: "human",
    customer_id: of.customer ?? 1,
    from_name: (of.from ?? form).name,
    from_address: (of.from ?? form).address,
    recipients: of.recipients ?? { to: [at("help@shop.test")] },
    notes: of.forged ? { authentication: "fail" } : {},
  }) as Written;
const goes = (...messages: Written[]) => answerGoesTo(messages, row, ours);

test("a mail that asks for answers elsewhere is answered there, and it is said who wrote it (RFC 5322 §3.6.2)", () => {
  expect(goes(mail({ recipients: { to: [at("help@shop.test")], replyTo: [ana] } }))).toEqual({
    to: [ana],
    cc: [],
    insteadOf: form,
  });
});

test("a Reply-To that names only who wrote changes nothing", () => {
  const shouted = at("NoReply@form.test");
  expect(goes(mail({ recipients: { replyTo: [shouted] } }))).toMatchObject({ to: [shouted], insteadOf: null });
});

test("a Reply-To to ourselves, or to what is no address, is passed over", () => {
  for (const useless of ["help@shop.test", "Support@shop.test", "help+c1.abc@shop.test", "no address"])
    expect(goes(mail({ recipients: { replyTo: [at(useless)] } }))).toMatchObject({ to: [form], insteadOf: null });
});

test("who writes in a customer's forged name is not told what is meant for the customer", () => {
  const forged = mail({ forged: true, recipients: { replyTo: [at("thief@elsewhere.test")] } });
  expect(goes(forged)).toEqual({ to: [form], cc: [], insteadOf: null });
});

test("once the one whom the form named has answered, the next answer goes to them and those they copied", () => {
  const asked = mail({ recipients: { replyTo: [ana] } });
  const friend = at("friend@customers.test");
  const answered = mail({ from: ana, customer: 2, recipients: { to: [at("help@shop.test")], cc: [friend] } });
  expect(goes(asked, answered)).toEqual({ to: [ana], cc: [friend], insteadOf: null });
});

test("who turned up by themselves is not addressed", () => {
  expect(goes(mail(), mail({ from: at("someone@else.test"), customer: 3 })).to).toEqual([form]);
});

test("no address of ours is copied to the customer: neither a mailbox nor another name of it", () => {
  const cc = ["support@shop.test", "SUPPORT+x@shop.test", "help@shop.test"].map((each) => at(each));
  expect(goes(mail({ recipients: { to: [at("help@shop.test")], cc: [...cc, ana, ana] } })).cc).toEqual([ana]);
});

test("a thousand addresses in a Reply-To do not make us write to a thousand people", () => {
  const replyTo = Array.from({ length: 1000 }, (_, n) => at(`p${n}@customers.test`));
  expect(goes(mail({ recipients: { replyTo } })).to).toHaveLength(20);
});

test("an answer to a mail that was copied to a crowd goes to its writer alone, unless somebody decides otherwise", () => {
  const crowd = (size: number) => Array.from({ length: size }, (_, each) => at(`one${each}@crowd.test`));
  expect(goes(mail({ from: ana, recipients: { cc: crowd(50) } })).cc).toHaveLength(50);
  expect(goes(mail({ from: ana, recipients: { cc: crowd(51) } }))).toMatchObject({ to: [ana], cc: [] });
});
