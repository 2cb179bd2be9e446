/** Acknowledge: the automatic, honest word that a message has come. */
export { acknowledgeReceipt } from "./acknowledge-receipt.ts";
