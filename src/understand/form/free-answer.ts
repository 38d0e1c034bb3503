/**
 * The words themselves as the answer: a parcel's contents, an address, a name. Lead-ins («العنوان هو», "it's") and what belongs to other
 * fields are left out; a question is never an answer.
 */
import type { AnswerValue } from "../../domain/answer.ts";
import type { FieldSpec, ReadField } from "../../domain/understanding.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { parsePersonName } from "../../language/people/names.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { toldBehind } from "../../language/replies/told-behind.ts";
import { troubleIn } from "../../language/replies/troubles.ts";
import { chances } from "../chances.ts";
import { conceptsOf } from "../learning/concepts.ts";
import type { Guess } from "../learning/intents.ts";
import { phraseAt } from "../phrases.ts";
import { type Task, topOf } from "../requests.ts";
import { areGoods } from "../texts/goods.ts";
import type { Extracted, Extraction } from "../values/extraction.ts";
import type { Span, Word } from "../words.ts";
import { addressNoun, mayBeAddress } from "./address-answer.ts";
import { inHaste } from "./haste.ts";
import { longestRun, saysNothing, withoutLeadIn, withoutLeadOut } from "./lead-ins.ts";
import { letsInstead } from "./taken-back.ts";
import { behindTalk, isTalk } from "./told-before.ts";
import { wantsAgain } from "./wants-again.ts";

/** A longer text is a story, not a field (`parseAnswer` checks it again). */
const longestAnswer = 500;

/** The part of the message that answers a question for free words, if it is an answer at all. */
export function directAnswer(
  { text, meanings }: Task,
  asked: FieldSpec,
  words: readonly Word[],
  extracted: Extracted,
  base?: Pick<Extraction, "spec" | "values">,
): ReadField | undefined {
  if (extracted.fields[asked.name] || asked.format === "short_national_address") return undefined;
  if (asksSomething(text, words, topOf(meanings[0]))) return undefined;
  if (asked.type === "person_name") return nameIn(text, words, extracted.used);
  const instead = meantInstead(words, asked);
  if (instead) return instead(text);
  const spoken = asked.type === "text" ? behindTalk(words) : words;
  const wanted = asked.type === "address" ? findAddresses(text) : [];
  const left = withoutLeadOut(longestRun(withoutLeadIn(spoken, asked), extracted.used, wanted));
  const run = asked.type === "address" ? upToTold(text, fromAddress(text, left)) : left;
  const [from, to] = [run[0], run.at(-1)];
  if (
    (asked.type === "text" && !asked.long && phraseAt(inHaste, words, 0) > 0) ||
    saysNothing(run) ||
    (asked.type === "text" && saysWhenAlone(text, base, extracted)) ||
    isTalk(run) ||
    (asked.type === "text" && wantsAgain(words, base)) ||
    (isRest(run) && !asked.format) ||
    (asked.thing && isLoneCount(run)) ||
    (asked.type === "address" && !mayBeAddress(text, run, extracted))
  )
    return undefined;
  if (!from || !to || to.end - from.start > longestAnswer || !says(run, asked)) return undefined;
  if (asked.finds === "period" && !isPeriod(run)) return undefined;
  const said = text.slice(from.start, to.end);
  const span = { start: from.start, end: to.end };
  return { value: valueFrom(asked, said, text, span), text: said, ...span };
}

/** «١٢ نفر» tells no period: a word or a number of one has to stand in it. */
const isPeriod = (run: readonly Word[]): boolean =>
  run.some(({ key, text }) => ofPeriod.test(key) || ofPeriod.test(text));

const ofPeriod =
  /^[وبفل]*(?:ال|لل)?(?:شهر\S*|اشهر|شهور|ربع|ارباع|سنه|سنين|سنوي\S*|سنوات|عام|اعوام|اسبوع\S*|يوم|ايام|فتر\S*|نصف|ماضي\S*|حالي\S*|جاي\S*|قادم\S*|فات\S*|اخير\S*|بدايه|نهايه|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|محرم|صفر|رجب|شعبان|رمضان|شوال)$|^(?:q[1-4]|quarter\S*|months?|monthly|years?|yearly|annual|fiscal|weeks?|weekly|last|this|next|current|previous|since|until|jan\S*|feb\S*|mar\S*|apr\S*|may|jun\S*|jul\S*|aug\S*|sep\S*|oct\S*|nov\S*|dec\S*|shahr|shahar|sana|rob3|20\d\d)$/;

const wantsIt =
  /(?:^|[\s,،])[فو]?(?:عايزه|عاوزه|عايزها|عاوزها|ابيه|ابيها|ابغاه|ابغاها|احتاجه|احتاجها|احتاجه|يلزمني|3ay[ei]?zo|3ay[ei]?zha|3aw[ei]?zo|abeeh|abeeha|abgha?ah|need it|want it)(?=$|[\s,،.!])/iu;

/** «عندي مقابلة الخميس فعايزه قبلها»: when it is wanted, and why, tells nothing of what it is to be. */
function saysWhenAlone(
  text: string,
  base: Pick<Extraction, "spec"> | undefined,
  { fields }: Extracted,
): boolean {
  if (!base || !wantsIt.test(text)) return false;
  return base.spec.fields.some(({ name, type }) => type === "date" && fields[name] !== undefined);
}

const mostMeant = 3;

/** «لا لحظه العامله … خلها بس السواق»: begun with a no, what it is let be at its end is the answer. */
function meantInstead(words: readonly Word[], { type, format }: FieldSpec) {
  if (type !== "text" || format || !begunNo.test(words[0]?.text ?? "")) return undefined;
  const at = words.findLastIndex((word) => letsInstead([word]));
  const behind = words.slice(at + 1);
  const meant = behind.slice(behind.findIndex(({ text: word }) => !onlyWords.test(word)));
  const [from, to] = [meant[0], meant.at(-1)];
  if (at < 1 || !from || !to || meant.length > mostMeant) return undefined;
  return (text: string): ReadField => {
    const value = text.slice(from.start, to.end);
    return { value, text: value, start: from.start, end: to.end };
  };
}
const begunNo = /^(?:لا+|لأ|لحظه|استني|no|wait|la2?|laa|la7za|estanna?)$/;
const onlyWords = /^(?:بس|فقط|it|just|only|bas)$/;

/** The words behind those that lead to an address, as its value; undefined where they are none. */
export function addressFrom(
  { text }: Pick<Task, "text">,
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
): ReadField | undefined {
  const run = fromAddress(text, withoutLeadOut(longestRun(withoutLeadIn(words, field), used)));
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to || saysNothing(run) || !says(run, field) || to.end - from.start > longestAnswer)
    return undefined;
  // «لحي الصفا»: the letter joined to it is no part of the address.
  const joined = findAddresses(text).find(({ start }) => start > from.start && start < from.end);
  const span = { start: joined?.start ?? from.start, end: to.end };
  const said = text.slice(span.start, span.end);
  return { value: valueFrom(field, said, text, span), text: said, ...span };
}

/** «في حي المنسك», "at 12 King Road": the address without the word that leads to it. */
function fromAddress(text: string, run: readonly Word[]): readonly Word[] {
  const at = run.findIndex(({ key, text: word }) => !leads(key) && !leads(word));
  const first = run[Math.max(0, at)];
  const begins = findAddresses(text).some(
    ({ start, end }) => first && first.start < end && start <= first.start,
  );
  return at > 0 && begins ? run.slice(at) : run;
}

/** «حي الصفا شارع ١٤ والثلاجة فيها خدش»: up to what is told of something else. */
function upToTold(text: string, run: readonly Word[]): readonly Word[] {
  const from = run[0]?.start ?? 0;
  const told = toldBehind(text.slice(from));
  return told === undefined ? run : run.filter((word) => word.start < from + told);
}

const leads = (word: string): boolean => leadsIn.has(word) || addressNoun.test(word);
const leadsIn = new Set("في ف ب على عند هي هو انا احنا ساكن ساكنه ساكنين in at on is fe fi 3and".split(" "));

/** «el sa3a 4»: what is left of a time or a count is no text. */
function isRest(run: readonly Word[]): boolean {
  const digits = run.some(({ text }) => /^\d+$/.test(text));
  return digits && run.every(({ key, text }) => /^\d+$/.test(text) || rests.has(key) || rests.has(text));
}

const rests = new Set("الساعه ساعه يوم رقم الرقم تاريخ el al sa3a elsa3a yom at on number no".split(" "));

/** «واحد», "wa7ed" under a question for a thing: how many, and not what. */
const isLoneCount = (run: readonly Word[]): boolean => run.length === 1 && loneCount.test(run[0]?.text ?? "");

const loneCount = /^(?:واحد[ةه]?|وحد[ةه]|ثنتين|اثنين|اتنين|wa7[ei]?da?h?|wahed|w7da?|one|two)$/;

/** Words say something by their letters; a code does by its digits. */
function says(run: readonly Word[], { format }: FieldSpec): boolean {
  return run.some((word) => (format === "code" ? /[\p{L}\d]/u : /\p{L}/u).test(word.text));
}

/**
 * Under a question for free words the words of the kind (the first choice of a form) are words of the answer too: "an unfair dismissal"
 * is the matter and a labour case. A kind that was chosen before is not chosen again by them.
 */
export function withSharedWords(
  extracted: Extracted,
  { spec, filled = [] }: Pick<Extraction, "spec" | "filled">,
): Extracted & { readonly shared: boolean } {
  const kind = spec.fields.find(({ type }) => type === "choice")?.name ?? "";
  const { [kind]: chosen, ...rest } = extracted.fields;
  if (!chosen) return { ...extracted, shared: false };
  const fields = filled.includes(kind) ? rest : extracted.fields;
  return { ...extracted, fields, used: extracted.used.filter(({ end }) => end !== chosen.end), shared: true };
}

const questions = new Set(["what", "who", "how", "when", "where", "price", "have_you", "can"]);

/** A question is no answer: by its mark, or by its first words where the whole is about nothing that the office does. */
function asksSomething(text: string, words: readonly Word[], { label, chance }: Guess): boolean {
  if (/[?؟]/.test(text)) return true;
  const [first] = conceptsOf(words.slice(0, 2).map(({ key }) => key));
  return label === "out_of_scope" && chance >= chances.clear && questions.has(first ?? "");
}

/** The city and the short address that an address names are part of its value. */
export function valueFrom({ type }: FieldSpec, said: string, whole: string, span: Span): AnswerValue {
  if (type !== "address") return said;
  const parts = findAddresses(whole).filter(({ start, end }) => start < span.end && end > span.start);
  const city = parts.find(({ value }) => value.city)?.value.city;
  const short = parts.find(({ value }) => value.short)?.value.short;
  return { text: said, ...(city !== undefined && { city }), ...(short !== undefined && { short }) };
}

/** «ماجد الشهري والجوال ٠٥…», «هند العتيبي والولد فيصل», "Dana Haddad and my son Sam": what is said beside a name. */
const besideName =
  /^و?(?:ال|ب|بال)?(?:جوال|رقم|هاتف|تلفون|تليفون|موبايل|نمره)\S{0,3}$|^و(?:ال)?(?:ولد|بنت|طفل|مريض|ابن|زوج|حرم|مراتي|امي|ابوي|اسم|عمر|هويه|اقامه|تاريخ)\S{0,3}$|^(?:and|w|we|wel|wi|و|وانا|وهو|وهي|raqmi|ra2mi|ragmi|mobile|phone)$|^w(?:el|al|il)?(?:walad|bent|bint|tefl|esm|raqm|ra2m|mobail)\S*$/;

/** The longest stretch of words that no other field has taken, up to what is said beside a name. */
function runOfName(words: readonly Word[], used: readonly Span[]): readonly Word[] {
  const whole = longestRun(words, used);
  const behind = whole.findIndex(({ text }, at) => at > 0 && besideName.test(text) && !isGivenName(text));
  return behind === -1 ? whole : whole.slice(0, behind);
}

/** What is left of the message as a person's name; spelling is kept. «بنتي تعبانة» tells none. */
export function nameIn(text: string, words: readonly Word[], used: readonly Span[]): ReadField | undefined {
  const run = runOfName(words, used);
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to) return undefined;
  const said = text.slice(from.start, to.end);
  const name = areGoods(run) || troubleIn(said, true) ? undefined : parsePersonName(said);
  if (name === undefined) return undefined;
  const at = said.indexOf(name);
  const span =
    at >= 0
      ? { start: from.start + at, end: from.start + at + name.length }
      : { start: from.start, end: to.end };
  return { value: name, text: text.slice(span.start, span.end), ...span };
}
