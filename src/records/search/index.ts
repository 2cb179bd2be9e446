/** Search: finds messages and customers by what people remember of them. Its rows are made from messages and can be made again. */
import "./tables.ts";

export { findKnownCustomers } from "./find-known-customers.ts";
export { followMessagesInto, forgetGoneMessages } from "./follow-messages.ts";
export { refreshSearch, type TextOfMessage, wordsOfMessage } from "./refresh-search.ts";
export { search } from "./search.ts";
