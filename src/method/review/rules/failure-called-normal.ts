/** This calls the failure normal. */
import { wordsAnywhere } from "../look.ts";
import { NORMAL, OF_THE_REACTION } from "../normalising-cues.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "failure-called-normal",
  catalogue: "A15",
  step: "acknowledge",
  principle: "ack.normalise",
  level: "nudge",
  mostCare: 1,
  see: "This calls the failure normal.",
  why: "Their reaction is normal; what went wrong for them must not be.",
  do: "Say that anyone would feel so, and leave out how often it fails.",
  cites: ["normalising-limits", "herr-2015"],
  examples: {
    flags: [
      "[[We see typos most weeks]] on our labels. The right ones come on Friday at ten.",
      "Don't worry, [[it happens all the time]] with this kind of lamp.",
      "This is [[a common issue]] with the lid of the kettle.",
      "The courier was late, but [[these things happen]] in the winter.",
      "[[We get this a lot]] since the update of the app on Monday.",
      "Teachers fall ill, and [[it's the same at every school]] in this town.",
      "The wrong bouquet was sent, but wrong ribbons [[do happen in busy weeks]].",
      "[[Delays are unfortunately normal]] between the holidays and the new year.",
      "The lid leaks because [[nobody is perfect]], not even our potter.",
    ],
    passes: [
      "We get fresh bread every day, and the rye comes out of the oven at seven.",
      "A stove like yours is what fitters are there for; that's what fitters are for, and ours comes at four.",
      "Anyone would want this settled before Friday, and so do I.",
      "It is perfectly normal to be annoyed when a kettle leaks twice.",
      "That should not happen, and it does not make it better that it is rare.",
      "The bell rings when this happens, so that nobody misses the door.",
      "That is a common question, and the answer is in the blue box.",
      "About one in ten boxes of Monday had it, and yours was among them.",
      "It can happen when the cable is loose, so please push it in once more.",
      "What happens often is that the code lands in the junk folder; is it there?",
      "Your light goes out every hour; what happens just before it?",
    ],
    misses: ["Everybody's parcel was late this week, not only yours."],
  },
  check: (draft) => wordsAnywhere(draft, NORMAL, OF_THE_REACTION),
});
