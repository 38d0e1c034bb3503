/**
 * Services as data: the shape of the files under `flows/`, checked by one schema each. Human form (YAML) in, `Flow` out; nothing
 * here reads a file. No expression language: `only_if` is equality on a choice answer; anything cleverer is a named rule
 * (`rules.ts`).
 */
import { z } from "zod";
import { orderKinds, statusNames } from "../../domain/order.ts";
import { licenceKinds } from "../../domain/partner.ts";
import { searchStrategies } from "../../domain/search.ts";
import type { ServiceSpec } from "../../domain/understanding.ts";
import { bothSchema, halalasSchema, nameSchema, sayingsSchema } from "./flow-parts.ts";
import { questionSchema, ruleNames } from "./flow-question.ts";
import type { Menu, OfficeFacts, Sentence, StatusText } from "./office-files.ts";
import { variantSchema } from "./variant.ts";

export type { Question } from "./flow-question.ts";
export type { Menu, OfficeFacts, Sentence, StatusText } from "./office-files.ts";

/** Format of the canonical form that `flow_versions` keeps; older ones are upgraded at a start. */
export const flowFormat = 1;

export const departments = [
  "reception",
  "logistics",
  "bookings",
  "government",
  "accounts",
  "legal",
  "it",
  "hr",
  "data",
] as const;

const stageSchema = z.strictObject({
  id: nameSchema,
  label: bothSchema,
  /** What partners write when they have come to it, and mean no other: «تم التسليم», "delivered". */
  words: z.array(z.string().min(1)).optional(),
  tell: z.enum(["customer", "silent"]),
  /** Office hours' minutes that an order may stand at it, until staff are warned; after twice as many a head is called. Left out: as the office says (`stage_minutes` in office.yaml). */
  minutes: z.int().positive().optional(),
  /** Nobody of the office or the partner owes an act at it: it waits for the customer, or lasts as long as was agreed. */
  rests: z.literal(true).optional(),
  /** What the customer reads; ICU with `{ref}`, `{time}`, `{about}` and `{note}`. Needed when told. */
  say: bothSchema.optional(),
});
export type Stage = z.infer<typeof stageSchema>;

/** How complaints are dealt with. `promise_minutes` is until the customer first hears of it, `claim_minutes` until somebody has it. */
const complaintSchema = z.strictObject({
  /** The stage while somebody looks into it: the customer is told, and promised an answer. */
  looking: nameSchema,
  /** The stage once a colleague has answered. */
  answered: nameSchema,
  /** From then on, or from its reopening, until the answer. */
  answer_minutes: z.int().positive(),
  /** After the answer, until the customer's silence closes it. */
  silence_minutes: z.int().positive(),
  /** Days after its end within which the customer's word opens it again. */
  reopen_days: z.int().positive(),
});

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const moneySchema = z.strictObject({ amountMinor: z.int().nonnegative(), currency: z.enum(["SAR"]) });

export const flowSchema = z.strictObject({
  format: z.literal(flowFormat).default(flowFormat),
  id: nameSchema,
  /** A service for customers; the office's complaints, of which there is one flow; or a request between its own departments. */
  kind: z.enum(orderKinds).default("service"),
  title: bothSchema,
  description: bothSchema,
  sector: z.enum(["b2c", "c2c", "b2b", "g2b", "g2c"]),
  role: z.enum(["receive", "provide", "deliver"]),
  sensitive: z.enum(["health"]).optional(),
  /** Offered only while the office holds this permit (`permits` in office.yaml). */
  needs_permit: nameSchema.optional(),
  for_example: sayingsSchema,
  /** false: placed without a read-back. */
  confirm: z.boolean().default(true),
  questions: z.array(questionSchema).min(1),
  rules: z.array(z.enum(ruleNames)).default([]),
  /** Fields that read as one when a message gave them all: «من الرياض إلى جدة». ICU with each field's value by its name. */
  together: z.array(z.strictObject({ fields: z.array(z.string()).min(2), brief: bothSchema })).default([]),
  /** Fields, in this order, that tell one order from another in a line: «كتب، من الرياض إلى جدة». */
  about: bothSchema,
  price: z
    .strictObject({
      /** Fixed lines known before placing; none: the price comes for approval later, and the read-back says so. */
      lines: z
        .array(z.strictObject({ label: bothSchema, amount: moneySchema, vat: z.boolean() }))
        .default([]),
      /** The office's own fee beside a partner's price, halalas without tax. */
      quote_fee: halalasSchema.default(0),
      /** The customer is asked by itself to approve a partner's fixed price with `quote_fee` beside it; false: a colleague sets the price. */
      propose: z.boolean().default(false),
    })
    .default({ lines: [], quote_fee: 0, propose: false }),
  dispatch: z.strictObject({
    department: z.enum(departments),
    /** Office hours' minutes until the customer hears again. */
    promise_minutes: z.int().positive(),
    /** Office hours' minutes until somebody has to claim it; left out: as the office says (`claim_minutes` in office.yaml). */
    claim_minutes: z.int().positive().optional(),
    /** Office hours' minutes that a department gets for what is handed to it; left out: as the office says (`handoff_minutes`). */
    handoff_minutes: z.int().positive().optional(),
    /** Office hours' minutes until a partner that has it must have begun; left out: `promise_minutes`. */
    begin_minutes: z.int().positive().optional(),
    /** Office hours' minutes until a partner has to confirm that it knows of a change; left out: 30. */
    confirm_minutes: z.int().positive().optional(),
    /** The question whose date is the day on which the work is to begin: the partner is not late before it. */
    begin_on: nameSchema.optional(),
    /** Who acts next, for the sentence after placing: «نبحث عن مندوب». */
    next: bothSchema,
    /** The place and address questions at whose answers a partner must work; none: its place does not matter. */
    where: z.array(nameSchema).default([]),
    /** Licences without which no partner gets the order. */
    licences: z.array(z.enum(licenceKinds)).default([]),
    /** Answers in customers' own words that a partner reads before it accepts: those that tell what is to be done, never for whom. */
    offer_shows: z.array(nameSchema).default([]),
    /** How long a partner may think about an offer. */
    offer_minutes: z.int().min(1).max(10_080).default(30),
    /** How a partner is found: by the office's people, or by asking partners by themselves (`domain/search.ts`). */
    strategy: z.enum(["office", ...searchStrategies]).default("office"),
    /** How many are asked together, in a broadcast or for their prices. */
    at_once: z.int().min(1).max(10).optional(),
    /** The partner that is asked, where the strategy is direct. */
    direct: z
      .string()
      .regex(/^p_[a-z0-9_]{1,40}$/)
      .optional(),
    /** How long partners may think about a price. */
    quote_minutes: z.int().min(5).max(10_080).default(60),
    /** How long a partner's price stands, for the customer to choose. */
    choose_minutes: z.int().min(10).max(10_080).default(1_440),
    /** What the customer's cancelling does once a partner has accepted: it is free, it costs `cancel_fee`, or staff decide. */
    cancel_after: z.enum(["free", "fee", "staff"]).default("staff"),
    /** Halalas without tax. */
    cancel_fee: halalasSchema.default(0),
    /** Whether the partner that has the order reads the customer's name, phone and address, or writes through the office alone. */
    contact: z.enum(["after_acceptance", "relay"]).default("after_acceptance"),
  }),
  stages: z.array(stageSchema).default([]),
  /** What statuses are called here, where that is not what they are called everywhere. */
  status_labels: z.partialRecord(z.enum(statusNames), bothSchema).default({}),
  /** Needed by, and only of, the kind complaint. Office hours' minutes where nothing else is said. */
  complaint: complaintSchema.optional(),
  /** The customer is expected somewhere: they are reminded the day before, and may fail to come. */
  appointment: z
    .strictObject({
      /** The questions that hold its day and its time. */
      date: nameSchema,
      time: nameSchema.optional(),
      /** From when on that day they are expected, where no time was answered. */
      from: clockSchema.optional(),
      /** The stage from which on it is certain; none: as soon as somebody has the order. */
      certain_from: nameSchema.optional(),
      /** The stage at which they have come. */
      came: nameSchema.optional(),
      /** Only for these answers of a choice. */
      only_if: z.strictObject({ field: nameSchema, is: z.array(nameSchema).min(1) }).optional(),
    })
    .optional(),
  /** What the order gets runs out: the date question that staff fill in with its last day. The customer is reminded before it. */
  renewal: z.strictObject({ expiry_field: nameSchema }).optional(),
  /** Filled from the files under `services/<id>/`, in the order in which they are offered. */
  variants: z.record(nameSchema, variantSchema).optional(),
});
/** A checked flow and the hash of its canonical form. */
export type Flow = z.infer<typeof flowSchema> & { readonly hash: string };

/**
 * Everything that the conversation needs to know, checked and immutable: today's flows by id, and every version still in use by
 * hash (today's among them).
 */
export type Catalogue = {
  readonly office: OfficeFacts;
  readonly zone: string;
  readonly menu: Menu;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly versions: ReadonlyMap<string, Flow>;
  /** `cancel.sure` and so on: file name, a point, sentence name. */
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly statuses: ReadonlyMap<string, StatusText>;
  /** What the classifier reads against, made once from `flows`, in menu order. */
  readonly specs: readonly ServiceSpec[];
};
