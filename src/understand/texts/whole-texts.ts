/**
 * The bounds of a text once they are found: without the small word that led to it, up to the quotation marks around it, and with the
 * words right beside it that describe it («سبورة بيضا», "A4 paper", «عطور وبخور»). A text that only points at something is none.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { findPlaces } from "../../language/places/places.ts";
import { phraseAt } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extraction } from "../values/extraction.ts";
import { isKinWord } from "../values/kin.ts";
import type { Span, Word } from "../words.ts";
import { withRow } from "./enumerated-things.ts";
import { isDoing, verbs } from "./objects.ts";
import { aroundQuoted, quotedElsewhere, quotedIn } from "./quoted-texts.ts";
import { beginsElse, isJoinedElse, isJoinedOn, isSmall } from "./small-words.ts";
import { isFigure, saysNothing, stops, takeWords, textAt } from "./text-bounds.ts";
import { endsNoun, mayBeVerb } from "./verb-forms.ts";

type Place = {
  readonly field: FieldSpec;
  readonly extraction: Extraction;
  /** Other values, and what could be one. */
  readonly others: readonly Span[];
};

/** The text in its own bounds; undefined where its words name nothing. */
export function wholeText(
  field: FieldSpec,
  found: Candidate,
  others: readonly Span[],
  extraction: Extraction,
): Candidate | undefined {
  const isOwn = found.type === "text" && typeof found.value === "string" && found.value === found.text;
  if (!isOwn || field.format === "code" || extraction.asked !== undefined || extraction.correcting)
    return found;
  const place = {
    field,
    extraction,
    others: others.filter(({ start, end }) => end <= found.start || start >= found.end),
  };
  const quoted = aroundQuoted(found, extraction.text) ?? (field.trouble ? quotedIn(found) : undefined);
  if (quoted) return quoted;
  const bare = withoutLead(field, found, extraction);
  if (!bare) return undefined;
  const named =
    isMain(field) || field.long ? quotedElsewhere(bare, extraction.text, place.others) : undefined;
  const nothing = pointsOnly(field, bare, extraction);
  if (named && (nothing || named.text.startsWith(bare.text))) return named;
  if (nothing) return undefined;
  if (
    !field.long &&
    !field.trouble &&
    !field.format &&
    found.field === undefined &&
    startsJoined(bare, extraction)
  )
    return undefined;
  if (field.long || field.trouble) return bare;
  const said = isMain(field) ? (saidAgain(bare, place) ?? bare) : bare;
  const left = withModifiers(upToVerb(said, place), place);
  if (!isMain(field) && isAnyHouse(left, extraction.words)) return undefined;
  const described = isDescribed(field) ? withDescription(left, place) : withSecond(left, place);
  if (!field.thing && goesOnWith(described, place)) return undefined;
  const whole = field.thing
    ? withRow(described, { ...extraction, others: place.others.filter((one) => !isOption(one)) })
    : described;
  const isTold = isMain(field) || (field.required && !field.named && field.format === undefined);
  return found.field === undefined && isTold && field.type === "text" && isCutOff(whole, place)
    ? undefined
    : whole;
}

/** What only might be an option is a thing's name, too: "a sofa, a fridge and …". */
const isOption = (span: Span): boolean => "type" in span && span.type === "choice";
const isMain = (field: FieldSpec): boolean => field.thing === true || field.follows !== undefined;
const isDescribed = (field: FieldSpec): boolean => isMain(field) || field.described === true;

/** «مستشفى المانع ندخل ١ ديسمبر»: a verb right before another value is no part of a name. */
function upToVerb(found: Candidate, { extraction: { text, words }, others }: Place): Candidate {
  const own = words.filter(({ start, end }) => end > found.start && start < found.end);
  const [first, last, before] = [own[0], own.at(-1), own.at(-2)];
  if (!first || !last || !before || !/^ن(?!.*(?:يه|ي|ه)$)/.test(last.key) || !mayBeVerb(last)) return found;
  const next = words[words.indexOf(last) + 1];
  const isValue = others.some(({ start, end }) => next !== undefined && next.start < end && next.end > start);
  return isValue ? textAt(text, { ...first, start: found.start }, before) : found;
}

/** «والمشكلة أن …», "the problem is …", "subject being …". */
const leads = /^(?:و|w|ان|انه|انها|and|is|are|was|of|being|احدكم|احدهم)$/;
/** "From Jizan Municipality", "Sender Eastern Province". */
const bodyLeads = /^(?:from|sender|recipient|the sender|to)$/;
/** In Latin letters a thing's article is no part of it: "el ps5". */
const isArticle = ({ text, sound }: Word): boolean => sound !== undefined && /^(?:el|al|il)$/.test(text);
const trailing = /[\s؛;،,.:]+$/;

function withoutLead(
  { format, thing }: FieldSpec,
  found: Candidate,
  { text, words }: Extraction,
): Candidate | undefined {
  const end = found.start + found.text.replace(trailing, "").length;
  const own = words.filter((word) => word.end > found.start && word.start < end);
  const isLead = (word: Word) =>
    leads.test(word.text) ||
    (format === "body" && bodyLeads.test(word.text)) ||
    (thing === true && isArticle(word));
  const from = own.findIndex((word) => !isLead(word));
  const [first, last] = [own[from], own.at(-1)];
  if (!first || !last) return undefined;
  if (from === 0 && end === found.end) return found;
  return textAt(
    text,
    from === 0 ? { ...first, start: found.start } : first,
    last.end > end ? { ...last, end } : last,
  );
}

/** «بقفل خاص»: joined to what stands before, and named by nothing. */
function startsJoined({ start, end }: Span, { words }: Extraction): boolean {
  const first = words.find((word) => word.start >= start && word.start < end);
  return first !== undefined && isJoinedOn(first);
}

/** "your drivers carry", «مزرعتنا», «هناك»: whose it is, or where, and no thing. */
const pointing =
  /^(?:between|your|you|yours|hnak|henak|hena|hina|hnaka|هناك|هنا|ماذا|ايش|خاليه|خالي|وسيطا|وسيط|مشتري|مشترين|مستشار|محامي|محاميا|الشغل|شغلي|سببه|سببها|السبب|سببهم|anyone|nobody|reason)$/;
/** Where somebody lives or works, and nothing more. */
const ownPlace =
  /^(?:cash|children|kids|مباشره|flat|apartment|house|home|villa|البيت|بيتي|بيتنا|الشقه|شقتي|شقتنا|المحل|المكتب|المكتبه|السوق|الصيدليه|السوبرماركت)$/;
/** "my gym", «النادي»: a kind of house, and not which. */
const anyHouse =
  /^(?:ال)?(?:جيم|نادي|مدرسه|مستشفي|عياده|فندق|جامعه|معهد|شركه|بنك|متجر|محل|عربيه|سياره|دكتور|gym|club|school|hospital|clinic|hotel|university|college|nursery|company|bank|shop|store|landlord|car|doctor)$/;
/** «عندنا مؤتمر»: an occasion is no thing, though its dress is one. */
const occasion =
  /^(?:ال)?(?:موتمر|مؤتمر|حفل|حفله|عرس|زواج|فرح|مناسبه|رحله|مباراه|فعاليه|ضيوف|عزومه|عزيمه|اجتماع|سفر|سفره|event|events|party|wedding|conference|exhibition|guests|match|concert|farah|3ers|7afla|3ozooma)$/;
const anyOf = /^(?:space|guy|person|children|mate)$/;
/** «باسم الجامعة»: which one is not said. */
const anyBody = /^(?:ال|لل)(?:جامعه|وزاره|هيئه|هييه|امانه|بلديه|جمعيه|موسسه|مديريه)$/;

function isAnyHouse({ start, end }: Span, words: readonly Word[]): boolean {
  const [first, second] = words.filter((word) => word.end > start && word.start < end);
  return !second && (anyHouse.test(first?.key ?? "") || anyHouse.test(first?.text ?? ""));
}

function pointsOnly({ format, thing }: FieldSpec, found: Candidate, { words }: Extraction): boolean {
  const own = words.filter((word) => word.end > found.start && word.start < found.end);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return false;
  const isOurs = own.length === 1 && /^(?!ال)[\u0620-\u064a]{3,}تنا$/.test(first.key);
  return (
    pointing.test(first.text) ||
    pointing.test(first.key) ||
    anyOf.test(last.text) ||
    (own.length === 1 &&
      (ownPlace.test(first.key) ||
        (thing === true &&
          (isKinWord(first.text) || occasion.test(first.key) || occasion.test(first.text))))) ||
    isOurs ||
    (format === "body" && own.length === 1 && anyBody.test(first.key))
  );
}

/** «الأثاث، وهو طقم مجلس عربي»: the second name says what it is. */
const namely =
  /^[،,]?\s*(?:وهو|وهي|which is|which are|namely|i mean|أعني|اعني|w howa|w heya|whowa|wheya)\s+(?=\S)/iu;

function saidAgain(
  { end }: Candidate,
  { extraction: { text, words }, others }: Place,
): Candidate | undefined {
  const met = namely.exec(text.slice(end, end + 60));
  const from = met ? words.findIndex(({ start }) => start >= end + met[0].length) : -1;
  const taken = from === -1 ? [] : takeWords(text, words, from, others);
  const [first, last] = [taken[0], taken.at(-1)];
  return first && last && taken.length > 1 && !saysNothing(taken) ? textAt(text, first, last) : undefined;
}

/** Is the word one of something else: a value, a cue, a verb, a small word? */
function isElse(index: number, { extraction: { words, spec }, others }: Place): boolean {
  const word = words[index];
  if (!word) return true;
  if (others.some(({ start, end }) => word.start < end && word.end > start)) return true;
  if (phraseAt(stops, words, index) > 0 || phraseAt(verbs, words, index) > 0 || isDoing(words, index))
    return true;
  if (endsNoun(word) || mayBeVerb(word) || beginsElse(word) || isJoinedElse(word)) return true;
  return spec.fields.some((field) => phraseAt(cuesOf(field).phrases, words, index) > 0);
}

const isNear = (text: string, from: number, to: number): boolean => /^\s+$/.test(text.slice(from, to));

/** "A4 paper", "men's perfumes", "National Water Company": what limits an English noun stands before it. */
function withModifiers(found: Candidate, place: Place): Candidate {
  const { text, words } = place.extraction;
  const at = words.findIndex(({ start }) => start >= found.start);
  const [before, first] = [words[at - 1], words[at]];
  const [last] = words.filter(({ end }) => end <= found.end).slice(-1);
  if (!before || !first || !last || !isNear(text, before.end, first.start)) return found;
  if (ownHeads.test(before.text)) return textAt(text, before, { ...last, end: found.end });
  const body = place.field.format === "body" ? andBody(at, place) : undefined;
  if (body) return textAt(text, body, { ...last, end: found.end });
  if (!/^[a-z]/.test(first.text) || first.sound !== undefined || isElse(at - 1, place)) return found;
  const said = text.slice(before.start, before.end);
  const opens = at === 1 || /[.!?\n:]/.test(text.slice(words[at - 2]?.end ?? 0, before.start));
  const isModel = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d-]+$/.test(said) || /^\p{Lu}{2,}$/u.test(said);
  const limits = isModel || /['’]s$/.test(said) || (!opens && /^\p{Lu}\p{Ll}/u.test(said));
  return limits ? withModifiers(textAt(text, before, { ...last, end: found.end }), place) : found;
}

/** "Food and Drug Authority": a name before "and" that begins with a capital as this one does. */
function andBody(at: number, place: Place): Word | undefined {
  const { text, words } = place.extraction;
  const [other, and] = [words[at - 2], words[at - 1]];
  if (!other || !and || !/^(?:and|&)$/.test(and.text) || !isNear(text, other.end, and.start))
    return undefined;
  return /^\p{Lu}/u.test(text.slice(other.start)) && !isElse(at - 2, place) ? other : undefined;
}

/** «شركة» in Arabizi before a house's name; «طقم كنب», a set of things. */
const ownHeads =
  /^(?:طقم|اطقم|معمول|ta2m|ta8m|tagm|ta2em|sherka[ht]?|sherket|shareket|sharikat|sharekat|shariket|sherkit)$/;

const mostWords = 4;
/** «لونها», "lonhom", «لموظف», «بعجلة»: of it, for somebody, with something. */
const besides =
  /^(?:ل[\u0620-\u064a]{3,}|[بفك](?!يضا|الجمله$)[\u0620-\u064a]{4,}|و.*)$|(?:ها|هم|نا|كم|كو)$|^[a-z].*(?:ha|hom|hum|kom|ing)$/;
const names = /^(?:[\u0620-\u064a]{2,}|[a-z0-9'][a-z0-9'-]*[a-z][a-z0-9'-]*)$/;

/** "the laptop home", "a phone between us". */
const adverbs = /^(?:home|between|interested|safe|safely|called|away|along|together|outside|anymore|no|not)$/;

function describes(index: number, place: Place): boolean {
  const word = place.extraction.words[index];
  if (!word || isFigure(word) || adverbs.test(word.text) || isElse(index, place)) return false;
  return names.test(word.text) && !besides.test(word.text) && !besides.test(word.key);
}

/** Words right behind that belong to it, where something else, a mark or the end shows how far they go. */
function withDescription(found: Candidate, place: Place): Candidate {
  const { text, words } = place.extraction;
  const own = words.filter(({ start, end }) => end > found.start && start < found.end);
  const behind = words.findIndex(({ start }) => start >= found.end);
  if (behind === -1 || own.length >= mostWords) return found;
  let to = behind;
  while (to - behind + own.length < mostWords && follows(text, words, to, found) && describes(to, place))
    to += 1;
  const isOver = !follows(text, words, to, found) || !describes(to, place);
  const end = isOver ? to : behind;
  const joined = andOther(end, place, found);
  const last = words[joined - 1];
  return joined > behind && last ? textAt(text, { ...(own[0] as Word), start: found.start }, last) : found;
}

/** «بروجيكتور وسبورة»: a second one behind a value that is known by heart. */
function withSecond(found: Candidate, place: Place): Candidate {
  const { text, words } = place.extraction;
  const behind = words.findIndex(({ start }) => start >= found.end);
  const first = words.find(({ end }) => end > found.start);
  const joined = behind === -1 || found.field === undefined ? behind : andOther(behind, place, found);
  const last = words[joined - 1];
  return joined > behind && first && last ? textAt(text, { ...first, start: found.start }, last) : found;
}

/** «ورشة سمكرة ودهان سيارات …»: more of the same stands behind it, and where that ends is not known; it is asked for. */
function goesOnWith(found: Candidate, place: Place): boolean {
  const { text, words } = place.extraction;
  const behind = words.findIndex(({ start }) => start >= found.end);
  const word = words[behind];
  if (found.field === undefined || !word || !follows(text, words, behind, found)) return false;
  const glued = /^و(?!ال|احد)[\u0620-\u064a]{3,}$/.test(word.text);
  if (!glued || !isJoinedOn(word)) return false;
  const bare = word.text.slice(1);
  return !isElseAlone({ ...word, key: bare, text: bare }, place, true) && !isElse(behind, place);
}

/** Words that lead on to more of the same: «ايباد مع القلم», "use of the stadium for sports day". */
const joins =
  /^(?:and|for|of|with|or|و|او|مع|ف|في|على|علي|بتاع|بتاعت|بتاعة|w|aw|ma3|fe|fi|f|fel|fl|3ala|3la|beta3|beta3et|beta3t|bta3|bta3et|7ag|7g)$/;

/** «لموظف», «للمخزن»: for whom or for what, and no part of the thing. */
const forWhom = /^لل?[\u0620-\u064a]{3,}/;

/**
 * Does a text end where nothing shows that it does: before a noun that is no value and begins nothing else, or before a small word with
 * such a noun behind it? It is then as often a part as the whole, and is asked for.
 */
function isCutOff(found: Candidate, place: Place): boolean {
  const { text, words } = place.extraction;
  const behind = words.findIndex(({ start }) => start >= found.end);
  const word = words[behind];
  if (!word || !isNear(text, found.end, word.start)) return false;
  // «أسعار الزيت في الرياض وجدة»: where it is does not change what it is.
  const towns = findPlaces(text);
  const isOther = (at: number) =>
    isElse(at, place) ||
    towns.some(({ start, end }) => (words[at]?.start ?? end) < end && (words[at]?.end ?? 0) > start) ||
    isFigure(words[at] ?? word) ||
    forWhom.test(words[at]?.key ?? "");
  if (!joins.test(word.text)) return !isOther(behind);
  const next = words[behind + 1];
  return next !== undefined && isNear(text, word.end, next.start) && !isOther(behind + 1);
}

const follows = (text: string, words: readonly Word[], index: number, { end }: Span): boolean =>
  words[index] !== undefined &&
  isNear(text, Math.max(words[index - 1]?.end ?? 0, 0), words[index]?.start ?? 0) &&
  end > 0;

/** «عطور وبخور», "antreh w sofra": a second thing of one word, with nothing behind it but an end. */
function andOther(index: number, place: Place, found: Candidate): number {
  const { extraction, others } = place;
  const { text, words } = extraction;
  const word = words[index];
  if (!word || !follows(text, words, index, found)) return index;
  // «الكنب والطاولة», «سوق العود والبخور»: both with the article, or none.
  const beside = found.text.split(/\s+/).at(-1) ?? "";
  const glued = (/^ال/.test(beside) ? /^وال[\u0620-\u064a]{3,}$/ : /^و(?!ال)[\u0620-\u064a]{3,}$/).test(
    word.text,
  );
  const article = !glued && isArticle(words[index + 1] ?? word) ? 1 : 0;
  const at = glued ? index : index + 1 + article;
  const other = words[at];
  if (
    !other ||
    !(glued || /^(?:w|و|and)$/.test(word.text)) ||
    /^(?:no|not|nobody|nothing|then|also)$/.test(other.text)
  )
    return index;
  const isOver = (next: number) => ends(text, words, next) || leadsAway(next, place);
  // «وقهوة عربية»: with what it is like.
  const more = found.field !== undefined && !isOver(at + 1) && describes(at + 1, place) ? 1 : 0;
  if (!isOver(at + 1 + more) || (glued && isJoinedElse(word))) return index;
  // "ward w badawar 3ala": a verb of the speaker's, with its preposition.
  const next = words[at + 1]?.text ?? "";
  if (
    other.sound !== undefined &&
    /^[abnt]/.test(other.text) &&
    /^(?:3ala|3la|3an|3n|l[iy]|3ind)$/.test(next)
  )
    return index;
  const bare = glued ? word.text.slice(1) : other.key;
  const alone: Word = { ...other, key: bare, text: glued ? bare : other.text };
  const isNoun =
    /^ال/.test(bare) && glued && !others.some((one) => other.start < one.end && other.end > one.start);
  if (glued ? !isNoun && isElseAlone(alone, place, found.field !== undefined) : !describes(at, place))
    return index;
  return at + 1 + more;
}

/** Behind it stands another value, or a small word that leads to one: "cots for 8 months"; not "wrap it". */
function leadsAway(index: number, { extraction: { words }, others }: Place): boolean {
  const word = words[index];
  if (!word) return true;
  return (
    others.some(({ start, end }) => word.start < end && word.end > start) ||
    /^(?:for|in|from|at|with|within|before|until|by|near|من|الي|في|على|علي|عند|مع|لين|لمده|قبل|عندكم|بدون|عشان|علشان|لان|لاننا|لاني|خلصت|خلص|because)$/.test(
      word.text,
    ) ||
    isSmall(word)
  );
}

const ends = (text: string, words: readonly Word[], index: number): boolean => {
  const word = words[index];
  return !word || /[.!?؟;؛\n،,:()»"]/.test(text.slice(words[index - 1]?.end ?? 0, word.start));
};

/** `isNoun`: beside a value known by heart «سبوره» is a thing, and not what somebody did with it. */
function isElseAlone(word: Word, { extraction: { spec }, others }: Place, isNoun: boolean): boolean {
  if (others.some(({ start, end }) => word.start < end && word.end > start)) return true;
  if (mayBeVerb(word) || endsNoun(word) || beginsElse(word) || phraseAt(stops, [word], 0) > 0) return true;
  const pronouns = isNoun ? /(?:ها|هم|نا|كم|ين|ني|ته|وه)$/ : /(?:ها|هم|نا|كم|ه|ين|ني)$/;
  if ((pronouns.test(word.key) && !/^قهوه$/.test(word.key)) || isDoing([word], 0)) return true;
  return spec.fields.some((field) => phraseAt(cuesOf(field).phrases, [word], 0) > 0);
}
