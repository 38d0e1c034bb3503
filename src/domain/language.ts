/** The two languages that the office answers in, and a sentence that exists in both. */
export type Language = "ar" | "en";

export const languages = ["ar", "en"] as const satisfies readonly Language[];

/** One text in both languages. In flows the strings are ICU messages. */
export type Both<T = string> = { readonly ar: T; readonly en: T };
