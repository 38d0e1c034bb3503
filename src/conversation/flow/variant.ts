/**
 * Variants of a service: an open list kept as data, one file each (`services/<service>/<variant>.yaml`). A variant is an option of the
 * question that says `options_from: variants`, and carries what is true of it alone: what it needs asked, its papers, fees and days.
 * Nothing here knows a particular service.
 */
import { z } from "zod";
import type { Fields } from "../../domain/answer.ts";
import { bothSchema, halalasSchema, nameSchema, sayingsSchema, wordsSchema } from "./flow-parts.ts";

export const variantSchema = z.strictObject({
  id: nameSchema,
  label: bothSchema,
  /** What people call it. «جواز + تجديد» stands for a message that has both words, in any order. */
  words: wordsSchema,
  /** How people ask for it; learnt as sayings of the service, too. */
  for_example: sayingsSchema,
  /** Where it is done: «أبشر». */
  platform: bothSchema.optional(),
  /** Who may apply, as it stands behind «مقدّم الطلب: …». */
  who: bothSchema.optional(),
  /** The flow's questions (`asked: by_variant`) that this one needs; the others are taken when said. */
  asks: z.array(z.string()).default([]),
  /** Its own words for a question of the flow: «ما اسم المولود؟». */
  wording: z.record(z.string(), bothSchema).default({}),
  /** The check-list that the customer reads. */
  papers: z.array(bothSchema).default([]),
  /** What it costs; what is left out is not known, and said so. */
  fees: z
    .strictObject({
      /** Passed on at exact cost, without tax. 0: the authority asks for nothing. */
      government_halalas: halalasSchema.optional(),
      /** What the government's fee is for, where it is not the whole: «عن كل سنة». */
      government_each: bothSchema.optional(),
      /** The office's own fee without tax. */
      office_halalas: halalasSchema.optional(),
    })
    .default({}),
  /** Working days that it usually takes once the papers are complete. */
  days: z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() }).optional(),
  /** Offered only while the office holds this permit. */
  needs_permit: nameSchema.optional(),
  /** Who acts next, for the sentence after placing, where it is not what the flow says. */
  next: bothSchema.optional(),
});
export type Variant = z.infer<typeof variantSchema>;

/** Which of a flow's questions chooses the variant; undefined where a flow has none. */
export function variantQuestion<Q extends { readonly options_from?: "variants" | undefined }>(flow: {
  readonly questions: readonly Q[];
}): Q | undefined {
  return flow.questions.find(({ options_from }) => options_from === "variants");
}

/** The variant that the fields choose, if they choose one. */
export function variantOf(
  flow: {
    readonly questions: readonly { readonly name: string; readonly options_from?: "variants" | undefined }[];
    readonly variants?: Readonly<Record<string, Variant>> | undefined;
  },
  fields: Fields | undefined,
): Variant | undefined {
  const name = variantQuestion(flow)?.name;
  const value = name === undefined ? undefined : fields?.[name]?.value;
  return typeof value === "string" ? flow.variants?.[value] : undefined;
}
