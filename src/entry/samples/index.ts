/**
 * The sample customers: invented people (samples/customers.ts) with invented troubles (samples/stories) who write to the desk by
 * SMTP and write back when they are answered. They live in the same process, but know the desk only as the world does:
 * they send to its SMTP listener and read what its built-in sink catches. They touch no table and keep none.
 */
export { readSampleWorld } from "./read-stories.ts";
export { type SampleCustomers, startSampleCustomers } from "./start-sample-customers.ts";
