/** The files beside the flows: the sentences of every conversation, the statuses of orders, the menu and the office's own facts. */
import { z } from "zod";
import { statusNames } from "../../domain/order.ts";
import { bothSchema, nameSchema, sayingsSchema, wordsSchema } from "./flow-parts.ts";

/** One sentence of the office that every conversation may need; `choices` are buttons under it, in order. */
const sentenceSchema = z.strictObject({
  /** ICU messages. Which variables a sentence may use is listed in `sentences.ts`. */
  say: bothSchema,
  choices: z.array(z.strictObject({ id: z.string(), label: bothSchema, words: wordsSchema })).default([]),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** A file under `flows/repairs/`: several sentences of one behaviour, by name. */
export const repairSchema = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), sentenceSchema);

export const statusSchema = z.strictObject({
  id: z.enum(statusNames),
  label: bothSchema,
  tell: z.enum(["customer", "silent"]),
  /** When told by itself. ICU with `{ref}`, `{about}`, `{time}`, `{reason}`. */
  say: bothSchema.optional(),
  /** As the answer to «وين طلبي؟». */
  asked: bothSchema,
});
export type StatusText = z.infer<typeof statusSchema>;

const daySchema = z.array(z.tuple([z.string().regex(/^\d\d:\d\d$/), z.string().regex(/^\d\d:\d\d$/)]));
const weekSchema = z.strictObject({
  sunday: daySchema,
  monday: daySchema,
  tuesday: daySchema,
  wednesday: daySchema,
  thursday: daySchema,
  friday: daySchema,
  saturday: daySchema,
});
const dateSchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const officeSchema = z.strictObject({
  name: bothSchema,
  licence: z.string(),
  place: bothSchema,
  phone: z.string(),
  email: z.string(),
  vat_registered: z.boolean(),
  /** Whom to call when a life is in danger, digits alone. Default: the Saudi Red Crescent's ambulance. */
  emergency_number: z
    .string()
    .regex(/^\d{2,15}$/)
    .default("997"),
  /** Whom to call when there is a fire or gas escapes, digits alone. Default: the Saudi Civil Defence. */
  fire_number: z
    .string()
    .regex(/^\d{2,15}$/)
    .default("998"),
  /** Open hours a weekday, split shifts as two pairs; an empty list is closed. */
  hours: weekSchema,
  /** Office minutes until somebody has to claim an order, where its flow does not say; after twice as many a head is called. */
  claim_minutes: z.int().positive().default(30),
  /** Office minutes that work may stand still, where its stage does not say; not before the day on which it is expected. */
  stage_minutes: z.int().positive().default(1_080),
  /** Office minutes until a department is to have seen to what was handed to it, where neither its flow nor the colleague says. */
  handoff_minutes: z.int().positive().default(120),
  /**
   * How many unanswered offers a partner may have at once, by where it is told of them: in a chat (where more than sixty could not be told apart by their numbers), by its
   * own system, by mail. A partner with a capacity has fewer.
   */
  open_offers: z
    .strictObject({
      chat: z.int().min(1).max(50).default(20),
      system: z.int().positive().default(200),
      mail: z.int().positive().default(20),
    })
    .prefault({}),
  /** Whether heads are told by mail at night, too, of what has come to them: from 22:00 to 09:00. */
  heads_at_night: z.boolean().default(false),
  /** Open hours in Ramadan (Umm al-Qura), in place of `hours`; left out: the same. A shift may run past midnight. */
  ramadan: weekSchema.optional(),
  /**
   * Permits that services may need (`needs_permit`). One without a number and an end is not held. `valid_until` is its last day,
   * `YYYY-MM-DD` on the office's clock.
   */
  permits: z
    .array(
      z.strictObject({
        id: nameSchema,
        name: bothSchema,
        number: z.string().min(1).optional(),
        valid_until: dateSchema.optional(),
      }),
    )
    .default([]),
  /** Closed days, `YYYY-MM-DD`, with their names; several in a row up to `until`. */
  holidays: z
    .array(z.strictObject({ date: dateSchema, until: dateSchema.optional(), name: bothSchema }))
    .default([]),
});
export type OfficeFacts = z.infer<typeof officeSchema>;

export const menuSchema = z.strictObject({
  /** Service ids in the order in which they are offered. */
  offer: z.array(z.string()).min(1),
  /** Those that are shown at once, in the order of `offer`; the others stand behind «خدمات أخرى». Default: all. */
  show_first: z.array(z.string()).min(1).optional(),
  /** What a customer could say, well written, for the page that nothing was said on yet. Nothing is learnt from it. */
  for_example: sayingsSchema.optional(),
});
export type Menu = z.infer<typeof menuSchema>;
