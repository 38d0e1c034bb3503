/**
 * The bounds of a text once they are found: without the small word that led to it, up to the quotation marks around it, and with the
 * words right beside it that describe it («سبورة بيضا», "A4 paper", «عطور وبخور»). A text that only points at something is none.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { findPlaces } from "../../language/places/places.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Extraction } from "../values/extraction.ts";
import type { Span, Word } from "../words.ts";
import { withRow } from "./enumerated-things.ts";
import {
  goesOnWith,
  isArticle,
  isElse,
  isNear,
  type Place,
  withDescription,
  withModifiers,
  withSecond,
} from "./modifiers.ts";
import { isAnyHouse, pointsOnly } from "./points-only.ts";
import { aroundQuoted, quotedElsewhere, quotedIn } from "./quoted-texts.ts";
import { isJoinedOn } from "./small-words.ts";
import { isFigure, saysNothing, takeWords, textAt } from "./text-bounds.ts";
import { mayBeVerb } from "./verb-forms.ts";

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
  const free = !field.long && !field.trouble && !field.format && found.field === undefined;
  if (nothing || (free && startsJoined(bare, extraction))) return undefined;
  if (field.long || field.trouble) return bare;
  return withBeside(bare, place, found.field !== undefined);
}

/** The text with what is said beside it; `isKnown`: it is a value known by heart. Undefined where its end is not known. */
function withBeside(bare: Candidate, place: Place, isKnown: boolean): Candidate | undefined {
  const { field, extraction, others } = place;
  const said = isMain(field) ? (saidAgain(bare, place) ?? bare) : bare;
  const left = withModifiers(upToVerb(said, place), place);
  if (!isMain(field) && isAnyHouse(left, extraction.words)) return undefined;
  const described = isDescribed(field) ? withDescription(left, place) : withSecond(left, place);
  if (!field.thing && !field.owner && goesOnWith(described, place)) return undefined;
  const whole = field.thing
    ? withRow(described, { ...extraction, others: others.filter((one) => !isOption(one)) })
    : described;
  const isTold = isMain(field) || (field.required && !field.named && field.format === undefined);
  const mayGoOn = !isKnown && isTold && field.type === "text";
  return mayGoOn && isCutOff(whole, place) ? undefined : whole;
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
  const isValue = next !== undefined && overlapsAny(next, others);
  return isValue ? textAt(text, { ...first, start: found.start }, before) : found;
}

/** «والمشكلة أن …», "the problem is …", "subject being …". */
const leads = /^(?:و|w|ان|انه|انها|and|is|are|was|of|being|احدكم|احدهم)$/;
/** "From Jizan Municipality", "Sender Eastern Province". */
const bodyLeads = /^(?:from|sender|recipient|the sender|to)$/;

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

/** «بقفل خاص»: joined to what stands before, and named by nothing; «وليد», «نسرين» and «بدرية» are names. */
function startsJoined({ start, end }: Span, { words }: Extraction): boolean {
  const first = words.find((word) => word.start >= start && word.start < end);
  return first !== undefined && isJoinedOn(first) && !isGivenName(first.text);
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

/** Words that lead on to more of the same: «ايباد مع القلم», "use of the stadium for sports day". */
const joins =
  /^(?:and|for|of|with|or|و|او|مع|ف|في|على|علي|بتاع|بتاعت|بتاعة|w|aw|ma3|fe|fi|f|fel|fl|3ala|3la|beta3|beta3et|beta3t|bta3|bta3et|7ag|7g)$/;

/** «على ملف إكسل», «في شكل عرض»: the form it comes in. */
const forms = /^(?:ملف|ملفات|شكل|صيغه)$/;

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
    overlapsAny(words[at] ?? word, towns) ||
    isFigure(words[at] ?? word) ||
    forms.test(words[at]?.key ?? "") ||
    forWhom.test(words[at]?.key ?? "");
  if (!joins.test(word.text)) return !isOther(behind);
  const next = words[behind + 1];
  return next !== undefined && isNear(text, word.end, next.start) && !isOther(behind + 1);
}
