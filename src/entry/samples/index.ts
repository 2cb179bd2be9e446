/**
 * The sample customers: invented people (samples/customers.ts) with invented troubles (samples/stories) who write to the desk by
 * SMTP and write back when they are answered. They live in the same process, but know the desk only as the world does:
 * they send to its SMTP listener and read what its built-in sink catches. They touch no table and keep none.
 */
export { type ComposedMail, type Composing, composeSampleMail, type Threading } from "./compose-sample-mail.ts";
export { type Deed, type Judgement, judgeReply } from "./judge-reply.ts";
export { readSampleWorld, SAMPLES_FOLDER, type SampleWorld, StoryMistakes } from "./read-stories.ts";
export { isSampleAddress } from "./sample-address.ts";
export { type SmtpAddress, sendThroughSmtp } from "./send-through-smtp.ts";
export { SIGNALS, SITUATIONS, type Signal, type Situation } from "./situations.ts";
export {
  type Happened,
  type SampleCustomers,
  type SampleCustomersOptions,
  startSampleCustomers,
} from "./start-sample-customers.ts";
export type { Branch, SampleCustomer, SampleMail, Story, StoryDraft, StoryFact } from "./story.ts";
