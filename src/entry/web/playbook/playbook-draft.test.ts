import { expect, test } from "vitest";
import { blankOption, blankPlaybook, idFrom, nextNumber, tidied } from "./playbook-draft.ts";

test("a new playbook is called after its title, one that is there keeps its name", () => {
  expect(idFrom("The wrong item came!")).toBe("the-wrong-item-came");
  expect(idFrom("Où est mon colis ?")).toBe("ou-est-mon-colis");
  expect(idFrom("…")).toBe("playbook");
  expect(idFrom("x".repeat(99))).toHaveLength(60);
  expect(tidied({ ...blankPlaybook(), title: "New words" }).id).toBe("new-words");
  expect(tidied({ ...blankPlaybook(), title: "New words" }, "wrong-item").id).toBe("wrong-item");
});

test("what was left empty in the form is not written down", () => {
  const empty = tidied({
    ...blankPlaybook(),
    refusal: { what: " ", say: "", instead: "" },
    noFix: { when: "", say: "" },
    options: [
      {
        ...blankOption(1),
        limit: { amount: " ", currency: "EUR" },
        promise: { what: "", within: { count: 1, unit: "days" } },
      },
    ],
  });
  expect(empty).not.toHaveProperty("refusal");
  expect(empty).not.toHaveProperty("noFix");
  expect(empty.options[0]).not.toHaveProperty("promise");
  expect(empty.options[0]?.limit).toEqual({});
});

test("what was begun is kept, so that what is missing in it can be said", () => {
  const refusal = { what: "Both", say: "", instead: "" };
  expect(tidied({ ...blankPlaybook(), refusal }).refusal).toEqual(refusal);
  const option = { ...blankOption(1), limit: { amount: "60.00", currency: "eur" } };
  expect(tidied({ ...blankPlaybook(), options: [option] }).options[0]?.limit).toEqual({
    amount: "60.00",
    currency: "EUR",
  });
});

test("a row that is added never takes the name of another", () => {
  const list = [{ id: "option-2" }, { id: "send-it" }];
  expect(nextNumber(list)).toBe(3);
  expect(nextNumber([{ id: "option-2" }])).toBe(3);
  expect(nextNumber([])).toBe(1);
});
