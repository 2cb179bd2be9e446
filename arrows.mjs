/**
 * The house plan: which folder may import which. Every arrow points down the page, so no ring can be written.
 * scripts/house.mjs enforces this table; ARCHITECTURE.md tells it in words; there is no third copy.
 */
const thinking = [
  "kit",
  ...["steps", "sources", "reading", "review", "playbook", "models"].map((name) => `method/${name}`),
];
const platform = (...names) => names.map((name) => `platform/${name}`);
const records = (...names) => names.map((name) => `records/${name}`);
const everyPlatform = platform("config", "storage", "events", "blobs", "jobs", "mail", "desk");
const everyRecord = records("account", "mailbox", "customer", "conversation", "playbook", "promise", "search");
const ground = [...thinking, ...everyPlatform];
const steps = ["listen", "acknowledge", "provide", "team"].map((name) => `desk/${name}`);
const verb = [...ground, ...everyRecord, "desk/shared"];

export const ARROWS = {
  // The whole: builds the parts.
  ".": [
    "entry",
    "entry/cli",
    "entry/http",
    "entry/models",
    "entry/mail",
    "entry/worker",
    "entry/samples",
    ...steps,
    ...verb,
    "records/migrations",
  ],
  // entry: how the world comes in. Translates, calls one verb, translates back.
  "entry/web": [...thinking, "entry/contract"],
  "entry/http": ["entry", "entry/contract", "entry/models", ...steps, ...verb],
  "entry/mail": ["entry", ...steps, ...verb],
  "entry/worker": ["entry", ...steps, ...verb],
  "entry/cli": ["entry", "entry/contract", "entry/models", ...steps, ...verb, "records/migrations"],
  "entry/models": thinking,
  "entry/samples": ["kit", "platform/mail"],
  "entry/contract": thinking,
  entry: ["kit"],
  // desk: the verbs, by step. The only place where records meet; a verb never calls a verb.
  ...Object.fromEntries(steps.map((folder) => [folder, verb])),
  "desk/shared": [...ground, ...everyRecord],
  // records: each owns its tables and writes only those.
  "records/migrations": platform("storage"),
  "records/search": [...ground, ...records("mailbox", "customer", "conversation")],
  "records/conversation": ground,
  "records/playbook": ground,
  "records/promise": ground,
  "records/customer": ground,
  "records/mailbox": ground,
  "records/account": ground,
  // platform: the outside world. Bytes, sockets and rows; no customer.
  "platform/desk": ["kit", ...platform("config", "storage")],
  "platform/jobs": ["kit", ...platform("storage")],
  "platform/events": ["kit", ...platform("storage")],
  "platform/blobs": ["kit", ...platform("storage")],
  "platform/mail": ["kit", ...platform("config")],
  "platform/storage": ["kit", ...platform("config")],
  "platform/config": ["kit"],
  // method: thinking only. Text in, meaning out.
  "method/models": ["kit", "method/reading", "method/review"],
  "method/playbook": ["kit", "method/steps", "method/reading", "method/review"],
  "method/review": ["kit", "method/steps", "method/sources", "method/reading"],
  "method/reading": ["kit", "method/steps"],
  "method/steps": ["kit"],
  "method/sources": ["kit"],
  kit: [],
};
