/**
 * The words themselves as the answer: a parcel's contents, an address, a name. Lead-ins («العنوان هو», "it's") and what belongs to other
 * fields are left out; a question is never an answer.
 */
import type { AnswerValue } from "../../domain/answer.ts";
import type { FieldSpec, ReadField } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { parsePersonName } from "../../language/people/names.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { chances } from "../chances.ts";
import { conceptsOf } from "../learning/concepts.ts";
import type { Guess } from "../learning/intents.ts";
import { hasPhrase, type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import { type Task, topOf } from "../requests.ts";
import { areGoods } from "../texts/goods.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extracted, Extraction } from "../values/extraction.ts";
import { politeWords } from "../wishes/clauses.ts";
import type { Span, Word } from "../words.ts";
import { mayBeAddress } from "./address-answer.ts";
import { hurry, inHaste } from "./haste.ts";
import { letsInstead } from "./taken-back.ts";

const leadIns = phrasesOf(
  "هو|هي|هذا|هذه|هذي|ده|دي|انه|انها|عندي|اوكي|اوك|طيب|تمام|نعم|ايوه|ايه|اكتب|سجل|سجلوا|خليه|خليها|ابي|ابغى|يكون|عباره عن|مجرد|انا|كده|كدا|كذا|كذه|خلاص|اكيد|يب|اي|اه|ايوا|ماشي|حاضر|اجل|بس|فقط|it is|it's|its|this is|they are|there are|there is|just|ok|okay|yes|well|write|put|the answer is|i have|i am|i'm|is|are|a|an|some|sure|yep|yeah|fine|only|oh|so|maybe|perhaps|idk|i dunno|dunno|not sure|i think|i guess|يمكن|ممكن|مدري|ما ادري|معرفش|مش عارف|تقريبا|howa|heya|da|di|tamam|aywa|mashy|okay",
);
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
  const left = withoutLeadOut(longestRun(withoutLeadIn(spoken, asked), extracted.used));
  const run = asked.type === "address" ? fromAddress(text, left) : left;
  const [from, to] = [run[0], run.at(-1)];
  if (
    (asked.type === "text" && !asked.long && phraseAt(inHaste, words, 0) > 0) ||
    saysNothing(run) ||
    (asked.type === "text" && saysWhenAlone(text, base, extracted)) ||
    isTalk(run) ||
    (asked.type === "text" && wantsAgain(words, base)) ||
    (isRest(run) && !asked.format) ||
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

/** «في حي المنسك», "at 12 King Road": the address without the word that leads to it. */
function fromAddress(text: string, run: readonly Word[]): readonly Word[] {
  const at = run.findIndex(({ key, text: word }) => !leadsIn.has(key) && !leadsIn.has(word));
  const first = run[Math.max(0, at)];
  const begins = findAddresses(text).some(
    ({ start, end }) => first && first.start < end && start <= first.start,
  );
  return at > 0 && begins ? run.slice(at) : run;
}

const leadsIn = new Set("في ف ب على عند هي هو انا احنا ساكن ساكنه ساكنين in at on fe fi 3and".split(" "));

/** «el sa3a 4»: what is left of a time or a count is no text. */
function isRest(run: readonly Word[]): boolean {
  const digits = run.some(({ text }) => /^\d+$/.test(text));
  return digits && run.every(({ key, text }) => /^\d+$/.test(text) || rests.has(key) || rests.has(text));
}

const rests = new Set("الساعه ساعه يوم رقم الرقم تاريخ el al sa3a elsa3a yom at on number no".split(" "));

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

/** «ايه ابي», «تمام كده», "idk maybe": agreement or doubt, and no answer. */
function saysNothing(run: readonly Word[]): boolean {
  const left = run.filter((_, index) => !isLeadIn(run, index) && !isIn(hurry, run, index));
  return left.length === 0 || (left.length === 1 && verbsAlone.has(left[0]?.key ?? ""));
}

/** Is the word a lead-in, or inside one ("not sure")? */
const isLeadIn = (run: readonly Word[], index: number): boolean => isIn(leadIns, run, index);

function isIn(phrases: Phrases, run: readonly Word[], index: number): boolean {
  for (let from = Math.max(0, index - 3); from <= index; from++)
    if (from + phraseAt(phrases, run, from) > index) return true;
  return false;
}

/** «طيب ابي ارسل», "ok send": the wish again, without what is sent. */
const verbsAlone = new Set(
  "ارسل ارسال ابعت ابعث اشحن شحن اوصل توصيل احجز حجز send ship deliver book arsel ab3at a7jez".split(" "),
);

/** Words to the office about the talk itself: «قولتلك …», "let's do the hotel first". */
export function isTalk(run: readonly Word[]): boolean {
  const [first, second] = run;
  const tells = second !== undefined && /^(?:قلت|قلنا|ذكرت|ذكرنا)$/.test(first?.key ?? "");
  return tells || hasPhrase(talk, run);
}

/** «قلت لكم ليست لي»: what was told, where more than "before" stands behind it. */
function behindTalk(words: readonly Word[]): readonly Word[] {
  const length = phraseAt(told, words, 0);
  const at = length > 0 ? -1 : toldBehind(words);
  if (at > 0) return words.slice(0, at);
  const rest = withoutCall(words.slice(length));
  const says = rest.filter(({ text }) => !before.test(text));
  const [first, ...others] = rest;
  const bare = first && toWhom.test(first.text) && others.length > 0 ? others : rest;
  return length > 0 && says.length > 1 ? bare : words;
}

/** «يا باشا الشركة …»: whom it is told comes before what is told. */
const withoutCall = (words: readonly Word[]): readonly Word[] =>
  /^(?:يا|ya)$/.test(words[0]?.text ?? "") && words.length > 3 ? words.slice(2) : words;

/** «ليا انا قلت لك», "perfume n oud, already told": where it begins to say that this was said before; -1 where it does not. */
function toldBehind(words: readonly Word[]): number {
  return words.findIndex((_, at) => {
    const length = phraseAt(toldLast, words, at);
    return at > 0 && length > 0 && words.slice(at + length).every(({ text }) => before.test(text));
  });
}

const toldLast = phrasesOf(
  "قلت لكم|قلت لك|قلتلكم|قلتلك|قولتلكم|قولتلك|قولتلكو|قلتها|قلته|ما انا قلت|ما انا قلته|زي ما قلت|مثل ما قلت|كما قلت|كما ذكرت|ما انا لسه قايل|لسه قايل|لسه قايله|انا قايل|ذكرت لكم|ذكرتها|كتبتها|كتبته",
  "i told you|i told u|told you|told u|i already told you|i already told u|already told you|already told u|already told|as i told you|i said|i already said|already said|as i said|like i said",
  "gulta leek|gulta lek|golta leek|gult lk|gelt lakom|golt lakom|gelt lk|golt lk|gilt lk|gelt lak|golt lak|gelt lkm|golt lkm|olt lak|olt lko|olt lokom|2olt lak|2olt loko|oltelko|2oltelko|oltelak|2oltelak|ma ana 2olt|ma ana olt|ma 2olt|ma olt|zay ma 2olt|mithl ma gelt|gelteh|geltha",
);

/** Does «قلت لكم …» go on with what was told? */
export const tellsAgain = (words: readonly Word[]): boolean => behindTalk(words) !== words;

const told = phrasesOf(
  "ما انا قلت|ما انا قلتلكم|ما انا قلتلكو|ما انا لسه قايل|انا قلت|انا قلتلكم|ma ana 2olt|ma ana olt|ma ana 2oltlko|ana 2olt|ana olt|قلت لكم|قلت لك|قلتلكم|قلتلك|قولتلكم|قولتلك|ما قلت لكم|يا اخي قلت لكم|ذكرت لكم|i told you|i already told you|i said|i already said|gelt lakom|golt lakom|gelt lk|golt lk|gilt lk|gelt lak|golt lak|gelt lkm|golt lkm|olt lak|olt lko|olt lokom|2olt lak|2olt loko|gilt lakom|gilt|gelt|golt|gltlkom|ma gilt|ma gelt|oltelko|2oltelko|olt|2olt|ma olt|ma 2olt",
);
const before =
  /^(?:قبل|شوي|شويه|فوق|من|مره|مرتين|الف|في|اول|رساله|رسالتي|الاول|كذا|كذه|كده|already|before|that|it|twice|this|above|earlier|so|you|a|hundred|times|once)$/;

const toWhom = /^(?:lel|lil|l|le|ل)$/;

const talk = phrasesOf(
  "قولتلك|قلتلك|قلت لك|قلت لكم|قلتلكم|قولتلكم|قولتلكو|سبق وقلت|ذكرت لك|ذكرت لكم|مو قلت لك|خلنا في|خلينا في|نبدا ب|انسى الطرد|انسوا الطرد|ما فهمت|مو فاهم|مش فاهم",
  "i told you|i already told|already told you|i said|already said|i already said|as i said|let's do|lets do|let's start|let's first|let us do|forget the|forget about|forget this|forget it|i don't understand|dont understand|what do you mean|2oltelak|oltelak|2oltlak|2oltlk|oltlk|gelt lak|golt lak|galtlak",
);

const wanting =
  /^و?(?:[انت]ريد|[ان]بي|[ان]بغ[يا]|عا[يو]ز(?:ه|ين)?|عاوز(?:ه|ين)?|بدي|بدنا|ودي|محتاج(?:ه|ين)?|[ان]حتاج|want|need|abi|abgha|abghi|3ayez|3ayza|nabi)$/;
/** Beside a wish: of it, now. */
const ofIt =
  /^(?:عليها|عليه|لها|له|عنها|فيها|بها|ان|انا|i|to|it|this|that|the|a|an|for|my|now|today|اليوم|الان|الحين|النهارده|دلوقتي|بسرعه|ضروري|عاجل|please|pls|elyom|el|yom|naharda)$/;

/** «أريد الاعتراض عليها اليوم» under "what is the reason?": the wish that began the form, once more, and no answer. */
export function wantsAgain(
  run: readonly Word[],
  base: Pick<Extraction, "spec" | "values"> | undefined,
): boolean {
  if (!base || !run.some(({ key, text }) => wanting.test(key) || wanting.test(text))) return false;
  const own = new Set(
    base.spec.fields.flatMap(({ name, options = [] }) => {
      const held = options.find(({ id }) => id === base.values?.[name]?.value);
      return held
        ? [held.label.ar, held.label.en, ...held.words].flatMap((said) =>
            tokens(said).map(({ text }) => text.replace(bareLetters, "")),
          )
        : [];
    }),
  );
  const left = run.filter(
    ({ key, text }) => ![key, text].some((word) => wanting.test(word) || ofIt.test(word)),
  );
  return (
    left.length > 0 && left.every(({ key, text }) => own.has(key.replace(bareLetters, "")) || own.has(text))
  );
}

const bareLetters = /^(?:و|ب|ل)?ال(?=...)|^لل(?=...)/;

/** Do these spans say all that the words say, but for lead-ins and politeness? */
export function isAllSaid(words: readonly Word[], spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  const left = words.filter((word) => !spans.some(({ start, end }) => word.start < end && word.end > start));
  return left.every(
    (_, index) => phraseAt(leadIns, left, index) > 0 || phraseAt(politeWords, left, index) > 0,
  );
}

const questions = new Set(["what", "who", "how", "when", "where", "price", "have_you", "can"]);

/** A question is no answer: by its mark, or by its first words where the whole is about nothing that the office does. */
function asksSomething(text: string, words: readonly Word[], { label, chance }: Guess): boolean {
  if (/[?؟]/.test(text)) return true;
  const [first] = conceptsOf(words.slice(0, 2).map(({ key }) => key));
  return label === "out_of_scope" && chance >= chances.clear && questions.has(first ?? "");
}

/** The city and the short address that an address names are part of its value. */
function valueFrom({ type }: FieldSpec, said: string, whole: string, span: Span): AnswerValue {
  if (type !== "address") return said;
  const parts = findAddresses(whole).filter(({ start, end }) => start < span.end && end > span.start);
  const city = parts.find(({ value }) => value.city)?.value.city;
  const short = parts.find(({ value }) => value.short)?.value.short;
  return { text: said, ...(city !== undefined && { city }), ...(short !== undefined && { short }) };
}

/** «ماجد الشهري والجوال ٠٥…», «هند العتيبي والولد فيصل», "Dana Haddad and my son Sam": what is said beside a name. */
const besideName =
  /^و?(?:ال|ب|بال)?(?:جوال|رقم|هاتف|تلفون|تليفون|موبايل|نمره)\S{0,3}$|^و(?:ال)?(?:ولد|بنت|طفل|مريض|ابن|زوج|حرم|مراتي|امي|ابوي|اسم|عمر|هويه|اقامه|تاريخ)\S{0,3}$|^(?:and|w|we|wel|wi|و|وانا|وهو|وهي|raqmi|ra2mi|ragmi|mobile|phone)$|^w(?:el|al|il)?(?:walad|bent|bint|tefl|esm|raqm|ra2m|mobail)\S*$/;

/** What is left of the message as a person's name; spelling is kept. */
function nameIn(text: string, words: readonly Word[], used: readonly Span[]): ReadField | undefined {
  const whole = longestRun(words, used);
  const behind = whole.findIndex(
    ({ text: word }, at) => at > 0 && besideName.test(word) && !isGivenName(word),
  );
  const run = behind === -1 ? whole : whole.slice(0, behind);
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to) return undefined;
  const said = text.slice(from.start, to.end);
  const name = areGoods(run) ? undefined : parsePersonName(said);
  if (name === undefined) return undefined;
  const at = said.indexOf(name);
  const span =
    at >= 0
      ? { start: from.start + at, end: from.start + at + name.length }
      : from && { start: from.start, end: to.end };
  return { value: name, text: text.slice(span.start, span.end), ...span };
}

function withoutLeadIn(words: readonly Word[], asked: FieldSpec): readonly Word[] {
  const { phrases } = cuesOf(asked);
  let index = 0;
  for (;;) {
    const length =
      phraseAt(leadIns, words, index) ||
      phraseAt(phrases, words, index) ||
      phraseAt(politeWords, words, index);
    if (length === 0 || index + length >= words.length) return words.slice(index);
    index += length;
  }
}

/** "natural soaps, about" 500 cartons: the last word belongs to the value behind it. */
function withoutLeadOut(run: readonly Word[]): readonly Word[] {
  if (run.length > 1 && doubts.test(run.at(-1)?.text ?? "")) return withoutLeadOut(run.slice(0, -1));
  return run.slice(0, run.findLastIndex(({ key, text }) => !leadOuts.has(key) && !leadOuts.has(text)) + 1);
}

/** «المرور يعني مين»: asked back behind the answer. */
const doubts = /^(?:مين|ايش|وش|ايه|شو|شنو|يعني)$/;

const leadOuts = new Set(
  "about around approximately for by at on in to of with and a an the from start starts starting yebda tebda يبدا تبدا حوالي تقريبا بحدود نحو عدد في من الي على ب ل و يوم الساعه قبل".split(
    " ",
  ),
);

/** The longest stretch of words that no other field has taken. */
function longestRun(words: readonly Word[], used: readonly Span[]): readonly Word[] {
  let best: Word[] = [];
  let run: Word[] = [];
  for (const word of words) {
    if (used.some(({ start, end }) => word.start < end && word.end > start)) run = [];
    else run.push(word);
    if (run.length > best.length) best = [...run];
  }
  return best;
}
