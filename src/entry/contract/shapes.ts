/** The shapes that several routes share. Times are ISO 8601 in UTC; ids are whole numbers. */
import { z } from "zod";

export const id = z.int().positive();
export const when = z.iso.datetime();
export const none = z.object({});
export const byId = z.object({ id: z.coerce.number().int().positive() });

export const Address = z.object({ name: z.string(), address: z.string() }).meta({ id: "Address" });
export type Address = z.infer<typeof Address>;

export const Role = z.enum(["agent", "lead", "admin"]);
export type Role = z.infer<typeof Role>;

export const Person = z
  .object({ id, name: z.string(), email: z.string(), role: Role, disabled: z.boolean(), invited: z.boolean() })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

export const Status = z.enum(["open", "waiting", "resolved", "spam", "trash"]);
export type Status = z.infer<typeof Status>;

/** How a resolved conversation ended; never mixed up in a number (METHOD close.check). */
export const Ending = z.enum(["confirmed", "silent", "closed"]);
export type Ending = z.infer<typeof Ending>;

export const Attachment = z
  .object({
    id,
    name: z.string(),
    type: z.string(),
    size: z.int(),
    contentId: z.string().nullable(),
    inline: z.boolean(),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.infer<typeof Attachment>;

/** Delayed: it has left, and a server on the way still tries. */
export const Delivery = z.enum(["scheduled", "waiting", "sending", "sent", "delayed", "failed", "bounced"]);
export type Delivery = z.infer<typeof Delivery>;

/**
 * Expected refusals of any route: a code for programs, a sentence for people, a way out and, sometimes, where it leads, or which
 * words it is about.
 */
export const RefusalBody = z
  .object({
    refused: z.string(),
    sentence: z.string(),
    wayOut: z.string(),
    leadsTo: id.optional(),
    about: z
      .array(
        z.object({
          rule: z.string(),
          message: z.string(),
          words: z.string().describe("Empty where something is missing"),
          start: z.int().describe("In the plain text of what was handed over, UTF-16 units"),
          end: z.int().describe("Exclusive"),
        }),
      )
      .optional(),
  })
  .meta({ id: "Refusal" });
export type RefusalBody = z.infer<typeof RefusalBody>;
