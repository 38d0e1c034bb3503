/** A text of several parts, one of which is corrected: «كامري 2020 شامل» made «ضد الغير» is still about the Camry. */
import type { Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { foldWithMap, tokens } from "../../language/letters/normalise.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { questionNamed } from "../flow/pinned.ts";
import { soundsLikeCorrection } from "./commands.ts";
import { replacedTexts } from "./word-replaced.ts";

/**
 * Corrected fields, where a known word of a text replaces a known word in it: the rest of the text stays. All others are as they were
 * read.
 */
export function withPartsKept(flow: Flow, held: Fields, read: ReadFields, message = ""): ReadFields {
  if (onlyThis.test(message)) return read;
  const kept = Object.entries(read).map(([name, field]) => {
    const [question, before] = [questionNamed(flow, name), held[name]?.value];
    if (question?.type !== "text" || typeof before !== "string" || typeof field.value !== "string")
      return [name, field] as const;
    const value = replaced(before, field.value, question.known);
    return [name, value === undefined ? field : { ...field, value }] as const;
  });
  return Object.fromEntries(kept);
}

/** «النشاط خليه مقهى بس»: nothing else of the text stays. */
const onlyThis =
  /(?:^|[\s،,.])(?:خل[يو]?(?:ه|ها|هم)|اكتب\S*|make it|just)\s.*(?:^|[\s،,.])(?:بس|فقط|only|bas|bs)(?:$|[\s،,.!])/iu;

const negation = "(?:مو|مش|مب|موب|ليس|ليست|not)";
const intention = "(?:قصدي|اقصد|انا قاصد|بل|الا|انما|i mean|i meant|but|it'?s|2asdy|asdi|agsid)";
/** «لا مو ورث قصدي طلاق», «قصدي طلاق مو ورث», "divorce not inheritance". */
const replacements = [
  new RegExp(`^(?:لا |no )?${negation} (?<old>.+?) ${intention} (?<now>.+)$`),
  new RegExp(`^(?:لا |no )?(?:${intention} )?(?<now>.+?) ${negation} (?<old>.+)$`),
];

/** Texts whose words a message denies and replaces, by their field; `text` points into it. `read`: what it was read to give. */
export function deniedTexts(flow: Flow, held: Fields, message: string, read: ReadFields = {}): ReadFields {
  if (message.length > longestCorrection) return {};
  const { folded, span } = foldWithMap(message);
  const said = folded
    .trim()
    .replace(/[,،.!]/g, " ")
    .replace(/ {2,}/g, " ")
    .replace(beforehand, "")
    .replace(courtesy, "");
  for (const pattern of replacements) {
    const { old, now } = pattern.exec(said)?.groups ?? {};
    if (old === undefined || now === undefined || !isMeant(now)) continue;
    const [question] = flow.questions.filter(({ name, type, format }) => {
      const value = held[name]?.value;
      return type === "text" && !format && typeof value === "string" && foldWithMap(value).folded === old;
    });
    const meant = question && withoutLead(now, question);
    const at = meant ? folded.indexOf(meant, folded.indexOf(now)) : -1;
    if (!question || !meant || at < 0) continue;
    const { start, end, text } = span(at, at + meant.length);
    return { [question.name]: { value: text, text, start, end } };
  }
  return (
    heldReplaced(flow, held, message) ??
    replacedTexts(flow, held, message) ??
    numberReplaced(flow, held, message, read)
  );
}

/** «المحتوى ملابس مو كتب», "I said clothes, not books": without the question's own name, and without that it was said. */
function withoutLead(now: string, { names, label }: Question): string {
  const said = now.replace(saidSo, "").replace(shouldBe, "").trim();
  const name = [...names, label.ar, label.en]
    .map((one) => foldWithMap(one).folded.trim())
    .filter((one) => one !== "" && said.startsWith(`${one} `))
    .sort((a, b) => b.length - a.length)[0];
  const bare =
    name === undefined ? said : said.slice(name.length).replace(/^ (?:(?:هو|هي|فيه|فيها|is|are|its) )?/, "");
  return bare === "" ? now : bare;
}

const saidSo =
  /^ ?(?:(?:انا|ana|i) )?(?:قلت(?: ?ل[كنا]\S*)?|قولت(?: ?ل[كنا]\S*)?|كتبت|said|told (?:you|u)|wrote|[2g]?olt(?: lak| loko| lakom)?|gelt(?: lak| lakom)?) /;

/** "It should be in Arabic", «المفروض يكون بالعربي»: that it is to be so is no part of it. */
const shouldBe =
  /^ ?(?:(?:it|this|that|they|هو|هي) )?(?:(?:should|must|has to|have to|needs? to|is supposed to|supposed to) (?:be|have been|say)|make it|make that|المفروض|(?:المفروض |لازم |يجب ان |مفروض )(?:يكون|تكون|يصير|تصير)|lazem yekoon|el mafrood) /;

/** Whoever writes more tells a story. */
const longestCorrection = 200;

/** What takes the place of denied words is a thing or a person: no "only", no "all of them", no wish and no question. */
const isMeant = (now: string): boolean =>
  now.length <= 60 && !/[?؟]/.test(now) && !beginsOtherwise.test(now.trim());
const beginsOtherwise =
  /^(?:بس|فقط|كل|كله|كلها|كلهم|واحد|واحده|وحده|ابي|ابغي|ابغا|ابا|اريد|عايز|عاوز|عايزه|عاوزه|نبي|كم|وش|ايش|ليش|ليه|متي|وين|فين|هل|ممكن|only|just|all|one|i want|i need|can|what|how|why|when|where|is|are|do)(?: |$)/;

/** Said before a correction, and behind it, that changes nothing: "wait no not black, silver pls". */
const beforehand =
  /^(?:(?:لا|لأ|لحظه|لحظة|استني|استنى|معليش|معلش|عفوا|اسف|اسفه|wait|no|sorry|oh|oops|actually|hold on|la|la2|ma3lesh|la7za) )+/;
const courtesy = /(?: (?:لو سمحت|لو سمحتوا|من فضلك|من فضلكم|please|pls|plz|thanks|شكرا|law sama7t|بليز))+ ?$/;
const denies = new RegExp(`${beforehand.source.replace(/\+$/, "*")}${negation} (?<to>ل)?`);

/** «لا مو زوجتي السواق»: behind the very words that a field holds what is meant instead. */
function heldReplaced(flow: Flow, held: Fields, message: string): ReadFields | undefined {
  const { folded, span } = foldWithMap(message);
  const begun = denies.exec(folded);
  if (!begun) return undefined;
  const rest = folded.slice(begun[0].length);
  for (const { name, type, format } of flow.questions) {
    const value = held[name]?.value;
    const old = type === "text" && !format && typeof value === "string" ? foldWithMap(value).folded : "";
    const behind = old !== "" && rest.startsWith(old) ? rest.slice(old.length) : "";
    const [parting = ""] = /^(?: *[,،] *| +)(?:(?:قصدي|اقصد|بل|but|i mean) )?/.exec(behind) ?? [];
    const meant = behind.slice(parting.length);
    const now = meant.replace(courtesy, "").trimEnd();
    // Without a comma or a word of meaning, more may belong to what is denied: «مو كتب مدرسية».
    const isParted = /[,،\p{L}]/u.test(parting) || /^ال\p{L}+$/u.test(now);
    if (parting === "" || !isParted || now.trim() === "" || !isMeant(now)) continue;
    const from = folded.length - meant.length;
    const { start, end, text } = span(from, from + now.length);
    const said = text.trim();
    return { [name]: { value: begun.groups?.to ? withoutTo(said) : said, text: said, start, end } };
  }
  return undefined;
}

/** «مو لامي، للسواق»: the ل led to the one that is denied, and leads to the other; «السواق» is who it is. */
const withoutTo = (said: string): string =>
  said.replace(/^لل(?=..)/u, "ال").replace(/^ل(?=[\u0621-\u064a]{3})/u, "");

const number = /[0-9٠-٩]+(?:[.,٫][0-9٠-٩]+)?/gu;
const western = (said: string): string =>
  said.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));
const deniedNumber = new RegExp(`${negation}\\s+(${number.source})`, "u");
/** Words that stand near any number, and tell nothing of which is meant. */
const common = new Set(
  "the is was are a an of to in it its and my for sorry not from on at من في علي الي هو هي كان هذا ال لا مو مش بس sar riyal riyals ريال".split(
    " ",
  ),
);
const wordsNear = 4;

/**
 * «خبره ٧ سنين مش ٥», "the deposit is 2500 sorry": a number in a text that tells something. The one that is denied, else, where the message
 * says that something was wrong, the only one that stands near a word of the new one and counts the same.
 */
function numberReplaced(flow: Flow, held: Fields, message: string, read: ReadFields): ReadFields {
  const said = western(message);
  const old = deniedNumber.exec(said.toLowerCase())?.[1];
  if (old === undefined && !soundsLikeCorrection(message) && !saysSorry.test(message)) return {};
  const isRead = (at: number) => Object.values(read).some(({ start, end }) => at >= start && at < end);
  // A phone or an ID beside the correction is no number of a text.
  const [now, ...others] = [...said.matchAll(number)].filter(
    ({ 0: one, index }) => one !== old && !isRead(index) && one.length <= longestNumber,
  );
  if (!now || others.length > 0) return {};
  const near = wordsAround(said, now.index, now[0].length);
  const found = flow.questions.flatMap(({ name, type, format }) => {
    const value = held[name]?.value;
    if (type !== "text" || format || typeof value !== "string" || name === "notes") return [];
    const text = western(value);
    const numbers = [...text.matchAll(number)].filter((one) =>
      old === undefined
        ? wordsAround(text, one.index, one[0].length).some((word) => near.includes(word)) &&
          countsAlike(text.slice(one.index + one[0].length), said.slice(now.index + now[0].length))
        : one[0] === old,
    );
    const [only, more] = numbers;
    return only && !more ? [{ name, value, only }] : [];
  });
  const [one, another] = found;
  if (!one || another || one.only[0] === now[0]) return {};
  const { only, value, name } = one;
  const after = `${value.slice(0, only.index)}${message.slice(now.index, now.index + now[0].length)}${value.slice(only.index + only[0].length)}`;
  return { [name]: { value: after, text: now[0], start: now.index, end: now.index + now[0].length } };
}

const longestNumber = 6;

const saysSorry = /(?<!\p{L})(?:sorry|oops|my bad|[اآ]سف[ةه]?|معليش|معلش|عفو[اًا]+|ma3lesh)(?!\p{L})/iu;

/** «7 كيلو» and «2 سنة» count different things; a number that counts nothing said fits any. */
function countsAlike(behindHeld: string, behindNew: string): boolean {
  const [held, said] = [behindHeld, behindNew].map((text) => tokens(text)[0]?.text ?? "");
  return held === said || !held || !said || common.has(held) || common.has(said);
}

/** The telling words on both sides, folded, without their article. */
function wordsAround(text: string, start: number, length: number): readonly string[] {
  const before = tokens(text.slice(0, start)).slice(-wordsNear);
  const behind = tokens(text.slice(start + length)).slice(0, wordsNear);
  return [...before, ...behind]
    .map(({ text: word }) => withoutArticle(word))
    .filter((word) => !common.has(word) && !/^\d/.test(word) && word.length > 2);
}

/**
 * The text with its known word in place of another one, or behind a thing that is known with its number («كامري 2020»); undefined where
 * the new words are no known ones, or nothing else is in the text.
 */
function replaced(before: string, after: string, known: readonly string[]): string | undefined {
  const isThing = (word: string) => word.includes("#");
  const words = known.filter((word) => !isThing(word)).map((word) => foldWithMap(word).folded);
  if (!words.includes(foldWithMap(after).folded)) return undefined;
  const { folded, span } = foldWithMap(before);
  const [old] = words
    .filter((word) => ` ${folded} `.includes(` ${word} `))
    .sort((a, b) => b.length - a.length);
  const things = known.filter(isThing).map((word) => foldWithMap(word.replace("#", "")).folded.trim());
  if (old === undefined && things.some((thing) => ` ${folded} `.includes(` ${thing} `)))
    return `${before} ${after}`;
  if (old === undefined || old === folded) return undefined;
  const at = ` ${folded} `.indexOf(` ${old} `);
  const { start, end } = span(at, at + old.length);
  return `${before.slice(0, start)}${after}${before.slice(end)}`;
}
