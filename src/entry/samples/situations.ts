/** The lists of DESIGN's vocabulary that a story is labelled with. Only names: what they mean for a reply is the method's. */

export const SITUATIONS = [
  "product-fault",
  "wrong-item",
  "late-delivery",
  "software-bug",
  "misunderstood-policy",
  "unanswered-ticket",
  "billing-error",
  "double-charge",
  "refund-outside-window",
  "refund-legal-right",
  "cancellation",
  "outage",
  "account-access",
  "how-to",
  "feature-request",
  "data-privacy",
  "suspected-fraud",
  "bereavement",
  "cannot-pay",
  "compensation-demand",
  "other",
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const SIGNALS = [
  "abuse",
  "sarcasm",
  "legal",
  "complaint-body",
  "public-review",
  "churn",
  "safety",
  "self-harm",
  "vulnerable",
  "repeat-contact",
  "deadline",
  "wants-manager",
] as const;
export type Signal = (typeof SIGNALS)[number];
