/** "Not" before what is denied, alone or with "and", in five varieties and folded: the one list that every rule about a denial stands on. */
export const denyingWords: ReadonlySet<string> = new Set(
  "مو مش مب موب مهو مهب مهوب ماهو ليس ليست ومو ومش وليس وليست not mo mu moo mub mesh mosh msh mish".split(
    " ",
  ),
);

/** The same inside a pattern. */
export const denyingPattern = `(?:${[...denyingWords].join("|")})`;

/** A denial, or a word for what is replaced: "10 instead of 9". */
export const insteadPattern = `(?:${[...denyingWords, "بدل", "instead of"].join("|")})`;

const denied = new RegExp(`(?:^|\\s)و?${insteadPattern}\\s+\\p{Nd}`, "iu");
const deniedWithNoun = new RegExp(`(?:^|\\s)و?${insteadPattern}\\s+(?:\\p{L}+\\s+)?\\p{Nd}`, "iu");

/** «خليهم 3 مش 2»: a number is said not to be. @param noun a word may stand before it: «مو الغرفة 9» */
export const deniesNumber = (text: string, { noun = false } = {}): boolean =>
  (noun ? deniedWithNoun : denied).test(text);
