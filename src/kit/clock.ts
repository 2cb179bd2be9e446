/** Time comes in as a value, so that a test can stand on any day. */
export type Clock = () => Date;

/** Random bytes come in too: tokens in production, a counted sequence in a test. */
export type RandomBytes = (length: number) => Uint8Array;
