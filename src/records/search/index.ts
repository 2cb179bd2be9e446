/** Search: finds messages and customers by what people remember of them. Its rows are made from messages and can be made again. */
import "./tables.ts";

export { refreshSearch, type TextOfMessage, wordsOfMessage } from "./refresh-search.ts";
export { type Hit, type SearchResult, search } from "./search.ts";
