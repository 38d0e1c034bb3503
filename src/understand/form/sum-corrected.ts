/**
 * A sum that has become another: «نزل السعر 2500 خلاص», "he dropped it to 50,000", "nazzal el se3r le 2500". Only of a form that holds one sum; without
 * a word of "to" the new one has to be near it, since «نزل 500» may say by how much.
 */
import { isMoney } from "../../domain/answer.ts";
import { ofMainUnit } from "../../domain/money.ts";
import type { Reading, Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import type { Task } from "../requests.ts";
import type { Candidate } from "../values/candidate.ts";
import { findCandidates } from "../values/candidates.ts";
import { heldBy } from "./held-values.ts";
import type { Form } from "./open-form.ts";

const became =
  "(?:[وف]?(?:ن[اي]?زل|نزّل|خفض|خفّض|رفع|هبط|طلع|زاد|زود)(?:ت|وا?|نا)?(?:ه|ها|هم|لي|لنا)?|[وف]?(?:اتفقنا|اتفقت|وافق|وافقت|رضي|رسينا|رسيت)|(?:has |have |was |got )?(?:dropped|lowered|reduced|cut|raised|increased|brought|went|came|gone|agreed|settled|bumped)|naz+[ae]l\\p{L}*|nez[ei]l\\p{L}*|5af+[ae]d\\p{L}*|rafa3\\p{L}*|etafa2na|ittafagna)";
const what =
  "(?:\\s+(?:معه|معاه|معاهم|معهم|مع البايع|مع المشتري|with (?:him|her|them)))?(?:\\s+(?:it|that|(?:the |his |her |my |our )?(?:price|amount|budget|sum)|(?:ال)?(?:سعر|مبلغ|ميزانية|ميزانيه|قيمة|قيمه)|(?:el |al )?(?:se3r|si3r|mablagh)))?(?:\\s+(?:down|up))?";
const to = "(?:\\s+(?<to>to|at|on|into|[إا]لى|الي|لـ|ل|على|علي|ب|بـ|la|le|l|ela|3ala|b)|(?<joint>\\s+[لب]))?";
const pattern = new RegExp(
  `(?<![\\p{L}\\p{Nd}])${became}(?!\\p{L})${what}${to}\\s*(?=[\\d٠-٩]|\\p{L})`,
  "giu",
);
/** Denied, asked, wished for or only in some case: it has become nothing yet. */
const notSo =
  /^[وف]?(?:ما|لم|لن|مو|مش|مب|لو|اذا|ان|هل|ليش|ليه|لماذا|كيف|يبي|يبغي|يبغا|يريد|عايز|عاوز|طلب|يطلب|not|didn't|didnt|hasn't|hasnt|don't|dont|never|if|whether|unless|why|how|did|does|has|wants|want|wanted|asks|asked|ma|mo|mesh|law|lw|iza|yabi|3ayez|hal)$/;
/** «المشتري نزل 2500 وانا رفضت»: an offer that was turned down. */
const refused =
  /(?:^|[\s،,.])(?:و?(?:انا )?رفض(?:ت|نا)?|و?ما (?:وافقت|وافقنا|قبلت|قبلنا|رضيت)|و?قلت (?:له )?لا|(?:i |we )?(?:refused|declined|said no|did not accept|didn't accept|turned it down))(?=$|[\s،,.])/iu;
/** How near a sum without "to" has to be. */
const mostTimes = 2;
const mostTimesTo = 12;

export function sumCorrected({ text, words, context }: Task, form: Form): Understanding | undefined {
  const { awaiting } = form.open;
  if (awaiting !== "read_back" && awaiting !== "answer") return undefined;
  const [held, another] = heldBy(form).flatMap(({ field, value }) =>
    isMoney(value) ? [{ field, value }] : [],
  );
  if (!held || another) return undefined;
  const moment = { now: context.now, zone: context.zone };
  for (const { index, 0: said, groups } of text.matchAll(pattern)) {
    const from = index + said.length;
    if (isNotSo(text, index, from)) continue;
    const found = findCandidates({ text, words, spec: form.spec, moment }).find(
      (one) => one.start <= from + 1 && one.end > from && isSum(one),
    );
    const value = found && amountOf(found, held.value.currency);
    if (!found || !value || value.amountMinor === held.value.amountMinor) continue;
    const times = groups?.to !== undefined || groups?.joint !== undefined ? mostTimesTo : mostTimes;
    const ratio = value.amountMinor / held.value.amountMinor;
    if (ratio > times || ratio * times < 1) continue;
    const { start, end } = found;
    return { type: "correct", fields: { [held.field.name]: { value, text: found.text, start, end } } };
  }
  return undefined;
}

/** The reading without a sum that has not become what it says, or not yet: «ما اتفقنا على 2500», «لو نزل 2500 ابيعه». */
export function withoutUnmadeSum({ text }: Task, reading: Reading | undefined): Reading | undefined {
  const isUnmade = [...text.matchAll(pattern)].some(({ index, 0: said }) =>
    isNotSo(text, index, index + said.length),
  );
  if (!reading || !isUnmade) return reading;
  const understandings = reading.understandings.flatMap((one): Understanding[] => {
    if (one.type !== "correct") return [one];
    const kept = Object.entries(one.fields).filter(([, { value }]) => !isMoney(value));
    const isWhole = kept.length === Object.keys(one.fields).length;
    return isWhole || kept.length > 0 || one.ask ? [{ ...one, fields: Object.fromEntries(kept) }] : [];
  });
  return understandings.length > 0 ? { ...reading, understandings } : undefined;
}

function isNotSo(text: string, from: number, end: number): boolean {
  if (refused.test(text)) return true;
  if (tokens(text.slice(0, from)).some(({ text: word }) => notSo.test(word))) return true;
  // «… 2500 خلاص، والفلوس عند مين؟» asks something else.
  return /^[^،,.\n]*[?؟]/u.test(text.slice(end));
}

const isSum = ({ type, unit }: Candidate): boolean =>
  type === "money" || ((type === "number" || type === "integer") && unit === undefined);

function amountOf({ value }: Candidate, currency: string) {
  if (typeof value === "number") return ofMainUnit(value, currency as Parameters<typeof ofMainUnit>[1]);
  return isMoney(value) ? value : undefined;
}
