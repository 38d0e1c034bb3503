/**
 * Services as data: the shape of the files under `flows/`, checked by one schema each. Human form (YAML) in, `Flow` out; nothing
 * here reads a file. No expression language: `only_if` is equality on a choice answer; anything cleverer is a named rule
 * (`rules.ts`).
 */
import { z } from "zod";
import { answerTypes } from "../domain/answer.ts";
import { statusNames } from "../domain/order.ts";
import type { FieldSpec, ServiceSpec } from "../domain/understanding.ts";
import { bothSchema, nameSchema, sayingsSchema, wordsSchema } from "./flow-parts.ts";
import { variantSchema } from "./variant.ts";

/** Format of the canonical form that `flow_versions` keeps; older ones are upgraded at a start. */
export const flowFormat = 1;

/** Names of the rules that a flow may use; `rules.ts` holds the code of each. */
export const ruleNames = [
  "inside_kingdom",
  "checkout_from_nights",
  "guests_from_adults_and_children",
  "duration_from_dates",
  "end_time_from_duration",
  "deadline_after_start",
  "basis_from_words",
  "without_url",
  "without_service",
] as const;

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

const idsSchema = z.union([z.string(), z.array(z.string())]);

const questionSchema = z.strictObject({
  name: nameSchema,
  type: z.enum(answerTypes),
  /**
   * `required`: asked for when missing. `optional`: taken when said, never asked. `by_variant`: asked when the chosen variant lists it.
   * A rule's name: asked when the rule holds.
   */
  asked: z
    .union([z.enum(["required", "optional", "by_variant"]), z.strictObject({ rule: z.enum(ruleNames) })])
    .default("required"),
  /** Asked only when this choice was answered so (`is`), or was not (`is_not`: also while it is unanswered). */
  only_if: z
    .union([
      z.strictObject({ field: z.string(), is: idsSchema }),
      z.strictObject({ field: z.string(), is_not: idsSchema }),
    ])
    .optional(),
  label: bothSchema,
  /** The question itself, one line, with an example or the reason in brackets. Needed unless `asked: optional`. */
  ask: bothSchema.optional(),
  /** ICU message that shows the value in the read-back; `{value}` is the formatted value. Default: the value alone. */
  show: bothSchema.optional(),
  /**
   * The value as a line that only says what was caught shows it: «3 كجم», «من الرياض». ICU with `{value}`, `{count}` (the number
   * itself, for plurals) and `{is}` (yes / no). Default: `show`, or the value alone when nothing else was caught.
   */
  brief: bothSchema.optional(),
  /** «لاحقًا» is an answer. */
  later: z.boolean().default(false),
  /** Words before or after the value. One that ends in «ـ» is a prefix written together with the next word («لـ» in «لجدة»). */
  cues: wordsSchema,
  names: wordsSchema,
  units: wordsSchema,
  /** Nouns of another size, and how much of this question's own unit one of them is: «جرام» 0.001 kg, «أسبوع» 7 nights. */
  scales: z.record(z.string().min(1), z.number().positive()).default({}),
  /** Well-known values of a text question, taken wherever they stand: names of shops, colours. One that ends in
   *  " #" takes a number beside it along: «كامري #» in «كامري ٢٠٢٠». */
  known: wordsSchema,
  /** Values of this shape are taken wherever they stand: periods of accounts («الربع الثالث», "fiscal year 2025"). For text questions. */
  finds: z.enum(["period"]).optional(),
  take: z.enum(["free", "with_cue"]).default("free"),
  /** The question whose number this one is a part of: children are part of the guests. */
  part_of: z.string().optional(),
  /** A text that tells something: it goes on behind its cue to the end of the clause, through «من», "and" and other small words. */
  long: z.boolean().default(false),
  /** The text question whose things a whole number right before them counts: "three shirts". */
  counts: z.string().optional(),
  /** «أبي لابتوب»: the thing behind a word of wanting is the value. Only for the thing that the whole request wants. */
  wanted: z.boolean().default(false),
  /** A thing that changes hands: what is sent, kept, bought or sold. It is the object of the sentence («نسيت شنطتي», "leave my bike"). */
  thing: z.boolean().default(false),
  /** The choice whose words this text stands right behind: «مورد حديد», "CV for a nurse". */
  follows: z.string().optional(),
  /** A complaint of its own kind: the words that say what is wrong are the value («النت فاصل», "keeps dropping calls"). */
  trouble: z.boolean().default(false),
  /** A phone that must be able to chat: no landline and no service number. */
  mobile: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  /** The value must be greater than this (for 0 < x). */
  above: z.number().optional(),
  future: z.boolean().default(true),
  options: z
    .array(
      z.strictObject({
        id: nameSchema,
        label: bothSchema,
        words: wordsSchema,
        /** Offered only while the office holds this permit (`permits` in office.yaml). */
        needs_permit: nameSchema.optional(),
      }),
    )
    .optional(),
  /** The options are the flow's variants, one file each under `services/<id>/`. */
  options_from: z.enum(["variants"]).optional(),
  /** Ids of the options shown as choices, where all would be too many; the others are understood in words. */
  offer_first: z.array(z.string()).min(1).optional(),
  /** Words that name no option choose this one, and are kept as the answer to that text question. */
  otherwise: z.strictObject({ option: z.string(), text: z.string() }).optional(),
  /** Kept under this name when an order is placed, and proposed in later read-backs. */
  remember_as: z.string().optional(),
  /** `short_national_address`: such addresses only (an `address` or `text` question). `code`: one word of Latin letters and digits
   *  behind its cue, as a size or an account's number. `body`: the name of a public body. */
  format: z.enum(["short_national_address", "code", "body"]).optional(),
  /** Shown masked in read-backs: only the last digits. */
  mask: z.boolean().default(false),
});
export type Question = z.infer<typeof questionSchema>;

const stageSchema = z.strictObject({
  id: nameSchema,
  label: bothSchema,
  tell: z.enum(["customer", "silent"]),
  /** What the customer reads; ICU with `{ref}`, `{time}`, `{about}` and `{note}`. Needed when told. */
  say: bothSchema.optional(),
});
export type Stage = z.infer<typeof stageSchema>;

const moneySchema = z.strictObject({ amountMinor: z.int().nonnegative(), currency: z.enum(["SAR"]) });

export const flowSchema = z.strictObject({
  format: z.literal(flowFormat).default(flowFormat),
  id: nameSchema,
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
    })
    .default({ lines: [] }),
  dispatch: z.strictObject({
    department: z.enum(departments),
    /** Office hours' minutes until the customer hears again. */
    promise_minutes: z.int().positive(),
    /** Who acts next, for the sentence after placing: «نبحث عن مندوب». */
    next: bothSchema,
  }),
  stages: z.array(stageSchema).default([]),
  /** Filled from the files under `services/<id>/`, in the order in which they are offered. */
  variants: z.record(nameSchema, variantSchema).optional(),
});
export type FlowFile = z.input<typeof flowSchema>;
/** A checked flow and the hash of its canonical form. */
export type Flow = z.infer<typeof flowSchema> & { readonly hash: string };

/** One sentence of the office that every conversation may need; `choices` are buttons under it, in order. */
export const sentenceSchema = z.strictObject({
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
  /** Open hours a weekday, split shifts as two pairs; an empty list is closed. */
  hours: z.strictObject({
    sunday: daySchema,
    monday: daySchema,
    tuesday: daySchema,
    wednesday: daySchema,
    thursday: daySchema,
    friday: daySchema,
    saturday: daySchema,
  }),
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
        valid_until: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d$/)
          .optional(),
      }),
    )
    .default([]),
  /** Closed days, `YYYY-MM-DD`, with their names. */
  holidays: z
    .array(z.strictObject({ date: z.string().regex(/^\d{4}-\d\d-\d\d$/), name: bothSchema }))
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

/** What the reader of messages must know of a flow. */
export function serviceSpecOf(flow: Flow): ServiceSpec {
  return {
    id: flow.id,
    title: flow.title,
    examples: sayingsOf(flow),
    fields: flow.questions.map((question) => fieldSpecOf(question, flow)),
    ...(flow.sensitive && { sensitive: flow.sensitive }),
  };
}

/** A service is asked for by its own sayings and by those of its variants. */
function sayingsOf({ for_example, variants = {} }: Flow): readonly string[] {
  const all = [for_example, ...Object.values(variants).map((variant) => variant.for_example)];
  return all.flatMap(({ ar, en }) => [...ar, ...en]);
}

function fieldSpecOf(question: Question, { variants }: Flow): FieldSpec {
  const sayings = (id: string) => {
    const said = variants?.[id]?.for_example;
    return said && { examples: [...said.ar, ...said.en] };
  };
  return {
    name: question.name,
    type: question.type,
    required: question.asked !== "optional" && question.asked !== "by_variant",
    cues: question.cues,
    ...(question.known.length > 0 && { known: question.known }),
    ...(question.finds && { finds: question.finds }),
    names: [question.label.ar, question.label.en, ...question.names],
    units: question.units,
    scales: question.scales,
    take: question.take,
    future: question.future,
    ...(question.options && {
      options: question.options.map(({ id, label, words }) => ({
        ...{ id, label, words },
        ...(question.options_from && sayings(id)),
      })),
    }),
    ...(question.options_from && { hasFacts: true }),
    ...(question.min !== undefined && { min: question.min }),
    ...(question.max !== undefined && { max: question.max }),
    ...(question.above !== undefined && { above: question.above }),
    ...(question.format && { format: question.format }),
    ...(question.part_of !== undefined && { partOf: question.part_of }),
    ...(question.counts !== undefined && { counts: question.counts }),
    ...(question.wanted && { wanted: true }),
    ...(question.long && { long: true }),
    ...(question.thing && { thing: true }),
    ...(question.follows !== undefined && { follows: question.follows }),
    ...(question.trouble && { trouble: true }),
    ...(question.mobile && { mobile: true }),
  };
}
