/** `prompts/customers/`: what simulated customers want, and how they say it in each variety. Nothing is learnt from these files. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Variety } from "../../../flows/examples.ts";
import { root } from "../../../root.ts";

const words = z.array(z.string().min(1)).min(1);
/** The key is the value: an option's id, an ISO duration, or of free words those that must be kept. */
const sayings = z.record(z.string(), words);

const planSchema = z.strictObject({
  /** Told in some of the dialogues; all that is required is told in each. */
  sometimes: z.array(z.string()).default([]),
  /** What numbers and sums (in riyals) may be. */
  numbers: z.record(z.string(), z.array(z.number()).min(1)).default({}),
  /** Required, and not at hand: put off when it is asked. */
  later: z.array(z.string()).default([]),
  /** Not required by every form of the service: told only when it is asked. */
  asked: z.array(z.string()).default([]),
  /** Depend on another value, or are its other half: never corrected. */
  kept: z.array(z.string()).default([]),
  /** Words for other values may give these: «labour» in what a consultation is about. */
  implied: z.array(z.string()).default([]),
});

const fieldSchema = z.strictObject({
  says: sayings.optional(),
  /** Amid a sentence; `{v}` stands for the value. */
  in: words,
  /** As the answer to its question. */
  bare: words.default(["{v}"]),
  /** What its own customers call it. */
  name: z.string(),
});

const customerSchema = z.strictObject({
  greetings: words,
  /** Between the parts of a sentence. */
  joins: words,
  fillers: words,
  yes: words,
  agree: words,
  go_on: words,
  later: words,
  skip: words,
  /** Asked beside an answer. */
  questions: words,
  notes: sayings,
  /** `{new}`, `{old}`: values. */
  corrections: words,
  /** `{name}`, `{new}`. */
  corrections_by_name: words,
  /** `{note}`. */
  additions: words,
  places: sayings,
  times: sayings,
  people: words,
  months: z.array(z.string()).length(12),
  /** From Sunday on. */
  weekdays: z.array(z.string()).length(7),
  tomorrow: words,
  after_tomorrow: words,
  /** `{day}`, `{month}`, `{weekday}`. */
  dates: words,
  weekday_dates: words,
  /** `{n}`. */
  sums: words,
  arabic_digits: z.boolean().default(false),
  counts: sayings.default({}),
  services: z.record(
    z.string(),
    z.strictObject({
      /** May hold values of fields: `{kind}`. */
      open: words,
      title: z.string(),
      fields: z.record(z.string(), fieldSchema),
    }),
  ),
});

export type ServicePlan = z.infer<typeof planSchema>;
export type FieldWords = z.infer<typeof fieldSchema>;
export type CustomerWords = z.infer<typeof customerSchema>;

const folder = join(root, "prompts", "customers");

export function loadPlans(): Readonly<Record<string, ServicePlan>> {
  return z.record(z.string(), planSchema).parse(parse(readFileSync(join(folder, "plans.yaml"), "utf8")));
}

export const hasCustomers = (variety: Variety): boolean => existsSync(join(folder, `${variety}.yaml`));

export const loadCustomer = (variety: Variety): CustomerWords =>
  customerSchema.parse(parse(readFileSync(join(folder, `${variety}.yaml`), "utf8")));
