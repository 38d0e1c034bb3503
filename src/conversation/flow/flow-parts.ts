/** The small shapes that flow files are made of: a text in both languages, lists of words, names, amounts. Knows no kind of file. */
import { z } from "zod";

/** A text in both languages. */
export const bothSchema = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) });

export const wordsSchema = z.array(z.string().min(1)).default([]);

/** Names of flows, questions, options, stages and permits. */
export const nameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** How people ask for it: read by people and by the classifier. */
export const sayingsSchema = z.strictObject({
  ar: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)),
});

/** An amount in halalas, a hundred to the riyal. */
export const halalasSchema = z.int().nonnegative();
