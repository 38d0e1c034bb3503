/**
 * People's names in a customer's words. A name is kept exactly as it was written: a letter "corrected" on a document is a fault.
 */
import type { Found } from "../found.ts";
import { fold, type Token, tokens } from "../letters/normalise.ts";
import { findPlaces } from "../places/places.ts";
import { isCommonWithPrefix, isCommonWord } from "../words.ts";
import { isGivenName } from "./given-names.ts";

/** Most words of a name: «نورة بنت عبدالله بن محمد القحطاني» has six. */
const mostWords = 6;

/**
 * What must come after a cue. `any`: a word that may be a name. `marked`: a colon or «هو», else a word that is known as a name («المستلم
 * موجود»). `known`: only a word known as a name: «انا محتاج», "I'm looking".
 */
type Cue = {
  readonly words: readonly string[];
  readonly needs: "any" | "marked" | "known";
  /** Whoever writes says their own name behind it. */
  readonly own: boolean;
};

const parseCues = (needs: Cue["needs"], list: string, own = false): Cue[] =>
  list.split(/[,\n]/).map((cue) => ({ words: cue.trim().split(" "), needs, own }));

const cues: readonly Cue[] = [
  ...parseCues(
    "any",
    `اسمي,انا اسمي,واسمي
esmi,ismi,esmy,2esmi,ana esmi,ana ismi
my name is,my name's`,
    true,
  ),
  ...parseCues(
    "any",
    `باسم,وباسم,الحجز باسم,سجل باسم,احجز باسم
besm,bism,b esm,be esm
name is,the name is,under the name of,under the name,in the name of,the recipient is,recipient is,sender is`,
  ),
  ...parseCues(
    "marked",
    `الاسم,والاسم,اسم المستلم,اسم المرسل,اسم العميل,اسم النزيل,اسم الضيف,اسم الحجز,اسم صاحب الحجز,اسم المريض,اسم المريضه,اسمه,اسمها,واسمه,واسمها,المستلم,والمستلم,المستلمه,المرسل اليه,المرسل,الاسم الكامل,الاسم بالكامل
el esm,elesm,alesm,esmo,esmaha,esmha,el mostalem,elmostalem,almustalim
my name,full name,name,guest name,recipient's name,recipient name,under name,booking name,recipient,receiver,sender,patient name`,
  ),
  ...parseCues(
    "known",
    `انا,معك,معاك,وياك,معاكم,معكم
ana,m3ak,ma3ak,m3akom
i'm,im,i am,call me`,
    true,
  ),
  ...parseCues(
    "known",
    `اخوك,اخوكم,اختكم,مع,للسيد,للسيده,السيد,السيده,الاستاذ,الاستاذه,للاستاذ,المهندس,الدكتور,لاخوي,لاختي,لاخي,زوجتي,زوجي,اختي,اخوي,ولدي,ابني,بنتي,صديقي
akhook
this is,it's,mr,mrs,ms,dr,my wife,my husband,my son,my daughter,my brother,my sister,my friend,mother,father`,
  ),
];

const byLastWord: ReadonlyMap<string, readonly Cue[]> = (() => {
  const index = new Map<string, Cue[]>();
  for (const cue of cues) {
    const last = cue.words.at(-1) ?? "";
    index.set(
      last,
      [...(index.get(last) ?? []), cue].sort((one, other) => other.words.length - one.words.length),
    );
  }
  return index;
})();

/** Parts of names that are also ordinary words. */
const nameParts = new Set(
  "بن ابن بنت ابو ابا ابي ام ال عبد عبدال الله اله الدين الرحمن الرحيم العزيز الكريم bin ben ibn bint abu abo abou umm um al el ul ad as ash de van von der la du da di dos st o mc mac abd".split(
    " ",
  ),
);
/** Between a cue and its name: «اسمي هو محمد», «باسم الأستاذ محمد», "Name: Mr. Ali". */
const titles = new Set(
  "هو هي اختي اخوي اخي امي ابوي زوجتي زوجي ابني بنتي ولدي صديقي صاحبي اخويا الكامل الكريم الاستاذ الاستاذه استاذ السيد السيده سيد الدكتور الدكتوره دكتور الدكتور المهندس المهندسه مهندس الشيخ م د ا is mr mrs ms miss dr eng prof howa heya huwa".split(
    " ",
  ),
);
/** What ends a name though it is in no list of common words. */
const enders = new Set(
  "منذ اليه اليها بدل كما لكن ولكن و وابي وابغي وعايز واريد ساكن ساكنه حاب نفر w we wa and from".split(" "),
);
/** Whole messages of letters that are no names: short words of every chat, beyond the common words. */
const commands = new Set(
  "قائمه القائمه ابدا بدايه رجوع مساعده ساعدني تخطي تخط لاحقا بعدين كمل نكمل اكمل استمر موافق موافقه ابشر اكيد اكد تاكيد اعتمد اعتماد سكيب انسان بوت روبوت مدري ماادري نفسي نفسه نفسها anonymous skip none test hmm lol haha same me myself unknown idk bot human pls plz bye wtf what".split(
    " ",
  ),
);

/** What leads to a number or an address, in any form: «جواله», «ورقمها», "raqmo", "Tel". */
const contact =
  /^و?(?:ب|ل)?(?:ال)?(?:جوال|رقم|ارقام|هاتف|موبايل|محمول|تلفون|تليفون|نمر[هت]|عنوان|ايميل|واتس)|^w?(?:ra[gq2]a?m|jaww?al|gawal|nemr[ae]|tele?f|mobai?l|phone|mobile|cell$|tel$|number|contact|email|whatsapp)/;

/** What is said to us or of us: «شغلكم», «طولتوا», «زهقتوني». No name has these ends but one; a shorter word may («حكم»). */
const toUs = /^(?!انتوني$).{3,}(?:كم|كمو|توا|تونا|توني)$/;
/** A sigh. */
const sighs = /^(?:ا+و*ف+|ي+و+ه+|ا+ي+ش+|ه{2,}|ا+خ+|uf+|ugh+|omg|oof+|pff*|argh+|smh)$/;
/** «الله يصبرنا», «الله كريم»: a prayer. South Asian names begin so: «الله دتا», "Allah Bakhsh". */
const beginsWithGod = ([first, second]: readonly Token[]): boolean =>
  /^(?:الله|اللهم|والله|allah)$/.test(first?.text ?? "") && !givenByGod.test(second?.text ?? "");
const givenByGod =
  /^(?:دت[اه]|بخش|يار|وسايا|نواز|ركها|رحم|داد|dit+a|ba[ck]h?sh|bux|yar|wasaya|nawaz|rakha|dad)$/;

/** «نورة بحي المنسك», «فهد بشارع صاري»: where somebody is stands behind the name. */
const whereabouts = /^[بف](?:ال)?(?:حي|شارع|طريق|مخطط|عماره|مدينه|منطقه|قريه|محافظه|برج|فيلا|مجمع|شقه)$/;

const isLetters = (word: string): boolean => /^[\p{L}\p{M}'’]+$/u.test(word);

/** May this word stand in a name? */
function isNameWord({ text }: Token): boolean {
  if (nameParts.has(text) || isGivenName(text)) return true;
  return (
    isLetters(text) &&
    !contact.test(text) &&
    !toUs.test(text) &&
    !sighs.test(text) &&
    !enders.has(text) &&
    !commands.has(text) &&
    !whereabouts.test(text) &&
    !isCommonWithPrefix(text)
  );
}

/** «ماجد الشهري»: behind a known name an adjective with its article is a family's name, whatever else it means («الشهري», "monthly"). */
function isFamilyName(words: readonly Token[], from: number, at: number): boolean {
  const [first, word, before] = [words[from], words[at], words[at - 1]];
  // «عبد الموجود»: behind «عبد» stands a name of God, whatever else it means.
  if (at > from && /^(?:عبد|abd|abdul|abdel)$/.test(before?.text ?? "") && /^ال/.test(word?.text ?? ""))
    return true;
  return (
    at > from &&
    first !== undefined &&
    isGivenName(first.text) &&
    /^ال(?:[\u0620-\u064a]{2,}ي|سيد|شيخ|امير)$/.test(word?.text ?? "") &&
    !contact.test(word?.text ?? "")
  );
}

/** Nothing but spaces, a hyphen, an apostrophe or an initial's point stands between two words of one name. */
function touches(text: string, left: Token, right: Token): boolean {
  return /^(?:[ \u00a0\u200e\u200f]{1,3}|\. ?|[-'’‐‑])$/.test(text.slice(left.end, right.start));
}

/** The index behind the name that begins at word `from`; `from` itself where none does. */
function nameEnd(text: string, words: readonly Token[], from: number): number {
  let to = from;
  while (to < words.length && to - from < mostWords) {
    const [before, word] = [words[to - 1], words[to]];
    if (
      !word ||
      !(isNameWord(word) || isFamilyName(words, from, to)) ||
      (to > from && before && !touches(text, before, word))
    )
      break;
    to += 1;
  }
  while (to > from && words[to - 1] && /^(?:بن|ابن|بنت|bin|ibn|bint|al|el)$/.test(words[to - 1]?.text ?? ""))
    to -= 1;
  return to;
}

/** The cue that ends right before word `at`, the longest first. */
function cueBefore(words: readonly Token[], at: number): Cue | undefined {
  return byLastWord
    .get(words[at - 1]?.text ?? "")
    ?.find(({ words: cue }) => cue.every((word, index) => words[at - cue.length + index]?.text === word));
}

/** «أبو فهد», "Um Saleh": whoever is called after a child. */
function isKunya(words: readonly Token[], at: number): boolean {
  const head = /^(?:ابو|ام|ابا|ابي|abu|abo|abou|um|umm|om)$/.test(words[at]?.text ?? "");
  return head && isGivenName(words[at + 1]?.text ?? "");
}

/** A known given name, or a Latin word with a capital. */
function isTrusted(text: string, word: Token): boolean {
  if (isGivenName(word.text)) return true;
  return /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end)) && !isCommonWord(word.text);
}

/**
 * Names that words introduce: «اسمي محمد العتيبي», «المستلم: فهد القحطاني», "my name is …", "I'm Sara". The value is the name as
 * written, runs of spaces as one; titles stay out.
 */
export function findPersonNames(text: string): Found<string>[] {
  const words = tokens(text);
  const found: Found<string>[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const cue = cueBefore(words, at);
    if (!cue || !isNear(text, words[at - 1], words[at])) continue;
    let from = at;
    while (from < words.length && titles.has(words[from]?.text ?? "") && from - at < 3) from += 1;
    const first = words[from];
    const to = first && believes(text, cue, words, { at, from }) ? nameEnd(text, words, from) : from;
    const last = words[to - 1];
    if (!first || !last || to === from || (to === from + 1 && first.text.length < 2)) continue;
    const written = text.slice(first.start, last.end);
    found.push({ value: written.replace(/\s+/g, " "), start: first.start, end: last.end, text: written });
    at = to - 1;
  }
  return found;
}

type Begun = { readonly at: number; readonly from: number };

/** Is the word at `from`, behind the cue that ends at `at`, the first of a name? */
function believes(text: string, { needs }: Cue, words: readonly Token[], { at, from }: Begun): boolean {
  const [cueEnd, first, next] = [words[at - 1], words[from], words[from + 1]];
  if (!cueEnd || !first) return false;
  // «الاسم على الحساب»: the preposition, not Ali.
  if (text.slice(first.start, first.end) === "على" && (needs !== "any" || next?.text.startsWith("ال")))
    return false;
  const copula = words.slice(at, from).some((word) => /^(?:هو|هي|is|howa|heya|huwa)$/.test(word.text));
  const marked = copula || /[:=\n\-–]/.test(text.slice(cueEnd.end, first.start));
  if (needs === "any" || (needs === "marked" && marked)) return true;
  return isTrusted(text, first) || isKunya(words, from);
}

/** A colon or a line may stand between a cue and its name. */
function isNear(text: string, cue: Token | undefined, word: Token | undefined): boolean {
  return (
    cue !== undefined &&
    word !== undefined &&
    /^[\s:=\-–ـ.,،"'«(*]{0,5}$/.test(text.slice(cue.end, word.start))
  );
}

/** May a folded word stand in a name? For those who read names in a form's own words. */
export function mayBeInName(word: string): boolean {
  return isNameWord({ text: word, start: 0, end: word.length });
}

/**
 * A whole message that is surely a name: it begins with a known given name, and all its words may be part of one; or words introduce it. Undefined for a name
 * that only might be one ("Four Seasons").
 */
export function findLoneName(text: string): Found<string> | undefined {
  const words = tokens(text);
  const [introduced] = findPersonNames(text);
  if (introduced) return introduced;
  const name = parsePersonName(text);
  const first = words.findIndex(({ text: word }) => !titles.has(word));
  if (name === undefined || !(isGivenName(words[first]?.text ?? "") || isKunya(words, first)))
    return undefined;
  const start = text.indexOf(name);
  return start < 0 ? undefined : { value: name, start, end: start + name.length, text: name };
}

/**
 * A whole message as a person's name: 1–6 words of letters, none of them a command, a greeting or a city's name alone. Spelling is kept,
 * spaces and marks around it go. A message that introduces its name («اسمي …») gives the name alone.
 */
export function parsePersonName(text: string): string | undefined {
  if (text.length > 400) return undefined;
  const [introduced] = findPersonNames(text);
  if (introduced) return introduced.value;
  const name = text
    .trim()
    .replace(/^[\s"'«(*.،,-]+|[\s"'»)*.،,!-]+$/gu, "")
    .replace(/\s+/g, " ");
  if (name === "" || name.length > 80 || !/^[\p{L}\p{M}'’.\- \u0640]+$/u.test(name)) return undefined;
  const words = tokens(name);
  if (words.length === 0 || words.length > mostWords || beginsWithGod(words)) return undefined;
  if (
    nameEnd(name, words, 0) < words.length &&
    !words.every((word, at) => isNameWord(word) || titles.has(word.text) || isFamilyName(words, 0, at))
  ) {
    return undefined;
  }
  if (words.length === 1 && (fold(name).length < 2 || isPlaceAlone(name))) return undefined;
  return name;
}

function isPlaceAlone(name: string): boolean {
  const [place] = findPlaces(name);
  return place !== undefined && !isGivenName(fold(name)) && place.text.length === name.length;
}

/**
 * «انا اسمي بندر», «انا ابو فهد», "my name is Sara": whoever writes says their own name, which is nobody else's. "I'm sending it to Sara" says
 * none.
 */
export function introducesSelf(text: string): boolean {
  const words = tokens(text).map((word) => (word.text === "وانا" ? { ...word, text: "انا" } : word));
  return words.some((_, at) => {
    const cue = cueBefore(words, at);
    if (!cue?.own || !isNear(text, words[at - 1], words[at])) return false;
    return believes(text, cue, words, { at, from: at });
  });
}
