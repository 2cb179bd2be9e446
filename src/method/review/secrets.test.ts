import { expect, test } from "vitest";
import { review } from "./review.ts";

const isSecret = (reply: string, customer = "Please help me with this today."): boolean =>
  review({ thread: [{ from: "customer", text: customer }], reply }).findings.some(
    ({ rule }) => rule === "secret-shown",
  );

test.each([
  "To unblock it I need: the complete 16 digits of the card, the expiry and the code.",
  "I'm gonna need the 16 digits on the front, the expiry and your PIN.",
  "Just reply with the long number on your card and I'll run it.",
  "Please reply with: your IBAN, your online-banking user and the PIN.",
  "Send me the three little numbers on the back of your card.",
  "Could you text me the code from your bank when it arrives?",
  "Kindly give us the full card number, so that we can test it.",
  "What is the one-time code that you got?",
  "For every complaint we require the patient's name, date of birth, diagnosis and lab results.",
  "The money goes to your new account, Caixa, account 00045882137.",
  "It is in the name of M. Pires, CPF 318.555.902-60.",
  "Looking at her file (MoCA score 19, on warfarin), forgetting is normal.",
  "Your plan (sertraline 100 mg) went out by automatic dispatch.",
  "So that all are warned I've hung up your name in the kitchen.",
  "I've put your allergy on our staff room board with your name.",
  "Your password is now Sommer2026.",
])("%s tells, asks for or keeps a secret", (reply) => expect(isSecret(reply)).toBe(true));

test.each([
  "To unblock it I only need the last four digits of the card.",
  "Never send us the 16 digits of your card or your PIN.",
  "The money goes to your account ending in 137.",
  "Please type the code on the page that opens; nobody here can see it.",
  "Please upload the passport through the secure link.",
  "The parcel has the number 00340434161094042557.",
  "Please transfer it to our account, number 4455667, by Friday.",
  "I need the 16 chairs back by Friday.",
  "We need the three numbers of your orders.",
  "I have put your name on the list for the kitchen tour.",
  "The headline on the page is wrong, I have changed it.",
  "The deadline for your application is 3 May.",
  "Your booking number is 3185559026.",
  "The tablets come in packs of 20.",
  "I'll ring you on the number you gave us.",
  "The code for the door changes every day, you get it at the desk.",
])("%s does not", (reply) => expect(isSecret(reply)).toBe(false));
