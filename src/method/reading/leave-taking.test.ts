import { expect, test } from "vitest";
import { leaveTaking } from "./leave-taking.ts";

const heard = (text: string) => leaveTaking(text).map(({ signal }) => signal);

test.each([
  "Mum's gone. I've got her tablets here, and the life insurance would settle everything.",
  "I have written my letters. After tonight you can close it.",
  "I can't go home. I've done all the letters, nobody will even notice.",
  "He can't be left, and if we both went in our sleep it would be easier. I have enough of his medicine.",
  "The children are better with my aunt if I am not here. I have even thought how.",
])("two pieces that are everyday alone are a goodbye together: %s", (text) =>
  expect(heard(text)).toEqual(["self-harm"]),
);

test.each([
  "I know where he parks, and my cousins are waiting for him. We will break him two legs.",
  "He's leaving through the window next time, I've got a hammer by the door.",
])("who, where and what with are a threat together: %s", (text) => expect(heard(text)).toEqual(["threat"]));

test.each([
  "I've got my mum's tablets here and they are the wrong strength.",
  "I've written the letters to your head office twice, and after today you can talk to my solicitor.",
  "I won't be around by then, we fly on Friday. You can give my room to someone else.",
  "We stood on the platform at Crewe for three hours, thinking the next train would come.",
  "Does the life insurance settle everything if the house burns down?",
  "I've got a hammer ready, but the shelf came without nails!",
  "My boys are waiting for their football shirts.",
  "He broke his leg when your step gave way, and I know where he works.",
  "If we went in the night train, would the breakfast be included? I can't go home before Monday.",
])("one piece alone is everyday: %s", (text) => expect(heard(text)).toEqual([]));
