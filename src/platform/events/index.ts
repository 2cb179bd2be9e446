/** The log of what happened: append-only, written with the change itself, read by whoever cares. */
export { forgetLinesOf, type Happening, type HeardEvent, hearEvents, listLog, note, whisper } from "./events.ts";
