/** A question of a flow: the field that it fills, its answer's type and bounds, and the words that its answers are found by. */
import { z } from "zod";
import { answerTypes } from "../../domain/answer.ts";
import { bothSchema, nameSchema, wordsSchema } from "./flow-parts.ts";

/** Names of the rules that a flow may use; `rules.ts` holds the code of each. */
export const ruleNames = [
  "inside_kingdom",
  "checkout_from_nights",
  "guests_from_adults_and_children",
  "duration_from_dates",
  "end_time_from_duration",
  "deadline_after_start",
  "basis_from_words",
  "unit_from_words",
  "without_url",
  "without_service",
] as const;

const idsSchema = z.union([z.string(), z.array(z.string())]);

export const questionSchema = z.strictObject({
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
  /** Well-known words that others beside them describe: «سبورة بيضا», "2023 Kia Sportage". Names of houses are none. */
  described: z.boolean().default(false),
  /** Only a proper name answers it behind a cue: «فندق فيه مسبح» names none. */
  named: z.boolean().default(false),
  /** Whom the form's choice is for: a well-known word is its answer beside that choice, or where something is wished for them. */
  owner: z.boolean().default(false),
  /** A complaint of its own kind: the words that say what is wrong are the value («النت فاصل», "keeps dropping calls"). */
  trouble: z.boolean().default(false),
  /**
   * The message that begins the form answers this text question where it tells what happened; the words are those of the service itself,
   * and no part of a story.
   */
  story: z.array(z.string().min(1)).min(1).optional(),
  /** Words that say of what kind this text's thing is to be, and go with it wherever they stand: «شامل», "third party". */
  qualities: z.array(z.string().min(1)).min(1).optional(),
  /** Of a time: the date question whose day it is on. Told alone under that question, a time that is still to come means today. */
  day: z.string().optional(),
  /** A phone that must be able to chat: no landline and no service number. */
  mobile: z.boolean().default(false),
  /** A rule fills it from another value's words: no message is read for it. */
  derived: z.boolean().default(false),
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
