/** A secret would be shown, asked for or kept in this mail. */
import { fileTold, illnessTold, keepsHealth, putsUp } from "../health-told.ts";
import { whole } from "../look.ts";
import { rule } from "../rule.ts";
import { asksForSecret, keepsSecret, secretsIn } from "../secrets.ts";

export default rule({
  id: "secret-shown",
  catalogue: "S6",
  step: "provide",
  principle: "calm.respect",
  level: "gate",
  evenShort: true,
  see: "A secret would be written into this mail.",
  why: "Mail is kept and forwarded; a card number or a password in it is out for good.",
  do: "Leave it out: the last four digits at most, a link for a new password, and a safe page for the rest.",
  cites: ["data-protection"],
  examples: {
    flags: [
      "I see the payment from card [[4111 1111 1111 1111]] on Monday.",
      "Your card [[5555-5555-5555-4444]] was charged once.",
      "Your new password is [[sunny44hill]] until you change it.",
      "The PIN: [[4471]] opens the box at the door.",
      "I have the charge on card [[4929 1234 5678 9011]], from Monday.",
      "The money goes to your account, IBAN [[DE89 3704 0044 0532 0130 00]], on Friday.",
      "[[To unlock it, please send me your password and the code from the text message.]]",
      "[[Could you give me the three digits again, so that I can try the card?]]",
      "Thank you, Ana. [[I've noted in your customer file that you have epilepsy.]]",
      "[[We need your medical records and the last X-rays by mail.]]",
      "[[Kindly share your OTP so that I can verify you.]]",
      "[[Yes please, send the seed phrase so we can secure the wallet.]]",
      "[[Please reply with your phone passcode, so that he can test it without you.]]",
      { customer: "Where is Mia?", reply: "[[Your colleague Mia is off with depression, so she can't answer.]]" },
    ],
    passes: [
      "I see the payment from the card ending 1111 on Monday.",
      "Your tracking number is 4111111111111112, from Leeds to Bristol.",
      "The number on your loyalty card 4929 1234 5678 9011 still counts.",
      "Please transfer it to our account, IBAN DE89 3704 0044 0532 0130 00, by Friday.",
      "Please never send us your password or the code from the text message.",
      "Please upload the medical report through the secure link below.",
      "I've noted in your file that letters go to your sister.",
      "May I note in your file that you use a wheelchair, so that the taxi has a ramp?",
      "Please choose a new password; it needs 8 characters.",
      "The password is **** for everybody but you.",
      "Call us on +49 30 1234 5678 90 between nine and six.",
      "The serial number 0000000000000000 stands on the old label.",
      {
        customer: "I'm off my meds since Monday.",
        reply: "Nine days without your medication is too long, and the link failed you again.",
      },
      {
        customer: "The 9-digit code never came.",
        reply: "The code we text you is for you alone; keep it to yourself.",
      },
      {
        customer: "Can you review the miles?",
        reply: "Please send the letter with the dates, so that I can look at the miles.",
      },
      { customer: "My baby shower is on Sunday.", reply: "For the rest of the pregnancy I iron yours myself." },
      "If you forgot your PIN, set a new one at the machine.",
    ],
    misses: ["The word that lets you in is the name of your first dog, Bella."],
  },
  *check(draft) {
    for (const sentence of draft.sentences) {
      // Words between quotation marks count too: a password or a diagnosis is out, whoever said it.
      const unquoted = draft.plain.slice(sentence.start, sentence.start + sentence.plain.length);
      for (const { start, end, ...more } of secretsIn(unquoted, draft.customer?.everything))
        yield { start: sentence.start + start, end: sentence.start + end, ...more };
      if (sentence.isQuestion ? false : keepsHealth(unquoted) || putsUp(unquoted))
        yield { ...whole(sentence), see: "Their health would be written where others read it." };
      else if (
        draft.customer !== undefined &&
        (illnessTold(sentence.plain, draft.customer.everything) ??
          (sentence.isQuestion ? undefined : fileTold(unquoted, draft.customer.everything))) !== undefined
      )
        yield { ...whole(sentence), see: "This spells out an illness that the customer has not named here." };
      else if (asksForSecret(sentence.plain)) yield { ...whole(sentence), see: "This asks for a secret by mail." };
      else if (keepsSecret(sentence.plain))
        yield { ...whole(sentence), see: "A secret would be kept where others can read it." };
    }
  },
});
