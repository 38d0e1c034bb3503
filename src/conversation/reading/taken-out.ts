/**
 * «شيلوا الملاحظة», "leave the note out", "remove the colour": one thing that the form holds is to be taken out of it. Read from the words, for
 * they name a part, and whoever names a part gives up nothing else.
 */
import { fold } from "../../language/letters/normalise.ts";
import type { Flow, Question } from "../flow/flow.ts";

/** The optional text that wishes are kept in; more words take it out than take out another answer, which they may deny or replace. */
const note = "notes";

const removing =
  "[اتن]?شيل\\p{L}*|[اتن]?حذف\\p{L}*|[اتن]?مسح\\p{L}*|[اتن]?زيل\\p{L}*|remove|delete|erase|take out|take off|get rid of|sh[ei]+l\\p{L}*|[aei]?[7h](?:z|th|d)[ei]f\\p{L}*|[aei]ms[ae][7h]\\p{L}*|em[7h]\\p{L}*";
const unwanting =
  "[اتن]?لغ[ويا]?\\p{L}*|[اتن]?كنسل\\p{L}*|الغاء|بلاش|بدون|بلا|من غير|من دون|ما ?اب[يغ]\\p{L}*|مو محتاج\\p{L}*|م(?:ش|و|ب) عا[يو]ز\\p{L}*|لا اريد|لا داعي ل|ما له داعي|ما لها داعي|سيبكم? من|انس\\p{L}*|drop|scrap|skip|ignore|forget(?: about)?|cancel|without|no|no need for|(?:don'?t|do not) (?:want|need)|lose|balash|b[ei]doo?n|m[ei]n (?:8|gh)eir|mesh 3a[yw][ei]z\\p{L}*|ma ?ab[iy]|ma ?abgha|[ae]l(?:8|gh)[iy]\\p{L}*|[ck]an[cs]el\\p{L}*";
const small = "لي|لنا|من|عن|كل|هذه|هذي|هاي|حكايه|the|that|this|my|any|all|of|out|off|el|al|il|ال|a";
const hint = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:${removing}|${unwanting}|leave|take|keep|cut|strip)(?![\\p{L}\\p{Nd}])`,
  "u",
);
const denial = /(?:^| )(?:لا|ما|don'?t|do not|never|not|mat|la)$/u;

/** The question whose answer is to go. */
export function takenOut(flow: Flow, text: string): Question | undefined {
  const said = fold(text)
    .replace(/[^\p{L}\p{Nd}' ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  if (!hint.test(said)) return undefined;
  return flow.questions.find((question) =>
    namesOf(question).some((name) => isTakenOut(said, question, name)),
  );
}

function isTakenOut(said: string, { name: field }: Question, name: string): boolean {
  const verbs = field === note ? `${removing}|${unwanting}` : removing;
  const named = `(?:ال|لل|el-?|al-?|il-?)?${name}`;
  return [
    `(?<![\\p{L}\\p{Nd}])(?:${verbs}) (?:(?:${small}) )*${named}(?![\\p{L}\\p{Nd}])`,
    `(?<![\\p{L}\\p{Nd}])(?:leave|take|keep|cut|strip) (?:(?:${small}) )*${named} (?:out|off|away)(?![\\p{L}\\p{Nd}])`,
    `(?<![\\p{L}\\p{Nd}])${named}(?: (?:دي|هذي|هذه|تلك|is wrong|غلط|خطا))* (?:${removing})(?![\\p{L}\\p{Nd}])`,
  ].some((pattern) => {
    const found = new RegExp(pattern, "u").exec(said);
    return found !== null && !denial.test(said.slice(0, found.index).trimEnd());
  });
}

/** As the words name it, with what may be written behind a noun («ملاحظتي», "notes"). */
function namesOf({ name, label, names }: Question): readonly string[] {
  const spelt = [label.ar, label.en, ...names].map((one) => fold(one).replace(/[^\p{L}\p{Nd} ]/gu, ""));
  const known = spelt
    .filter((one) => one.length > 2)
    .map((one) => one.replace(/ه$/u, "(?:ه|ات|ت\\p{L}{1,3})"));
  return name === note ? [...known, "m[ou]?la?[7h]a?(?:z|th|dh|d)[ae]?h?"] : known;
}
