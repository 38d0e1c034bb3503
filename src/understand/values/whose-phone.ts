/**
 * Whose phone a number is, where the words beside it say so: «رقمي», "mine is", «رقم أبوها», "ragam el 5ayata", "… is his number". Somebody
 * else's is never given as the customer's own, nor the customer's own as the other side's.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { firstFrom, type Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import type { Extraction } from "./extraction.ts";
import { isKinWord } from "./kin.ts";

type Whose = "own" | "others";

const nouns =
  "num|nmbr|nbr|رقم|ارقام|جوال|هاتف|تلفون|تليفون|تلفونات|موبايل|محمول|نمره|نمرت|واتس|واتساب|number|phone|mobile|telephone|cell|contact|line|tel|no|whatsapp|ra?[gkq28]am|r[gq28k]a?m|ra[gkq28]m|ga?wal|ja?w+a?l|mobaile?|mobile?|telefo[ou]?n|tele?foon|nemr[ae]t?";
const phoneNoun = new RegExp(`^[وفب]?(?:ال|لل)?(?:${nouns})$`, "u");
/** «رقمه», «جوالها», "ragamha", "nemretha". */
const theirNoun = new RegExp(
  `^[وفب]?(?:${nouns})(?:ه|ها|هم|هن|هما|o|oh|a?h|e?ha|hom|hum)$|^(?:رقم|جوال|هاتف|تلفون|تليفون|موبايل)(?:ه|ها|هم)$`,
  "u",
);
/** «رقمي», «جوالي», "raqmi". */
const ownNoun = new RegExp(`^[وفب]?(?:${nouns})(?:ي|يا|نا|t?i|y|na)$|^(?:mine|رقمنا|جوالنا)$`, "u");
const their = /^(?:his|her|their|whose|he|she|they)$/;
const mine = /^(?:my|our|i|i'm|me|us|انا|ana|احنا|نحن)$/;
/** «رقمي انا هو», "her number is", "the number of". */
const fillers =
  /^(?:هو|هي|هذا|هذه|هذي|ده|دي|كمان|برضو|is|are|it's|its|on|at|as|the|also|and|و|w|a|an|el|al|howa|heya|da|هم|علي|على|واتس|whatsapp|mobile|phone|number|no|num|cell|الخاص|خاص|الشخصي|للتواصل|التواصل|المباشر|الجديد|new|own|personal|work|wrong|incorrect|changed|غلط|خطا|خاطئ|تغير|صار)$/;

/** «رقم البيت», "the office number": whose house it is nobody said. */
const anyOwner =
  /^(?:ال|لل)?(?:بيت|مكتب|خط|شغل|عمل|محل|شركه|بدال|دوام|وظيف|office|home|work|house|shop|landline)(?:ي|نا|ه|تي|تنا)?$/;

/** Words this far back still name whose it is. */
const farthestBack = 5;
/** «رقم أبوها محمد ٠٥…»: the owner's words between the noun and the number. */
const mostOwner = 3;

/** Whose the phone is; undefined where no word says so. */
export function whosePhone(words: readonly Word[], { start, end }: Candidate): Whose | undefined {
  const at = firstFrom(words, start);
  return saidBefore(words, at) ?? saidBehind(words, firstFrom(words, end)) ?? ofNamedKin(words, at);
}

/** Words between whose kin it is and the number: «اخوي هناك فهد العتيبي ٠٥…». */
const farthestKin = 6;

/** «اخوي فهد ٠٥…», "my brother Ahmed 05…": kin is named, and the number right behind the name is that one's. */
function ofNamedKin(words: readonly Word[], at: number): Whose | undefined {
  const before = words.slice(Math.max(0, at - farthestKin), at);
  const kin = before.findLastIndex(
    ({ text, sound }, index) =>
      isKinWord(text) &&
      (!/^[a-z]/.test(text) ||
        sound !== undefined ||
        their.test(before[index - 1]?.text ?? "") ||
        mine.test(before[index - 1]?.text ?? "")),
  );
  if (kin === -1 || before.slice(kin).some(saysSelf)) return undefined;
  const named = before
    .slice(kin + 1)
    .filter(({ text }) => isGivenName(text) || /^ال[\u0620-\u064a]{3,}ي$/.test(text));
  return named.length > 0 && before.at(-1) === named.at(-1) ? "others" : undefined;
}

/** «… وهو ٠٥…», "and he's 05…": behind a number or a mark of joining, it is the other's; «رقمي هو ٠٥…» only points at the number. */
function namesAnother(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 2]?.text ?? "", words[at - 1]?.text ?? ""];
  if (/^و(?:هو|هي|هم|البايع|البائع|المشتري)$/u.test(word)) return true;
  return (
    /^(?:هو|هي|howa|howwa|huwa|heya|heyya|hiya|he|she|he's|she's|hes|shes)$/.test(word) &&
    /^(?:\d+|و|w|and|بس|but)$/.test(before)
  );
}

function saidBefore(words: readonly Word[], at: number): Whose | undefined {
  if (namesAnother(words, at)) return "others";
  let owner = 0;
  for (let index = at - 1; index >= Math.max(0, at - farthestBack); index--) {
    const word = words[index] as Word;
    const whose = nounAt(words, index);
    // «رقم المستلم غير رقمي», "not mine": just not the customer's.
    if (whose === "own" && isDenied(words[index - 1])) return "others";
    if (whose) return whose;
    if (isNounOfPhone(word)) {
      if (mine.test(words[index - 1]?.text ?? "")) return "own";
      if (isPossessor(words[index - 1])) return "others";
      // «رقم الخياطة ٠٥…»: who has it stands between.
      if (owner > 0 && word.text !== "no") return "others";
      continue;
    }
    if (mine.test(word.text)) return owner === 0 ? "own" : undefined;
    if (fillers.test(word.text) || fillers.test(word.key)) continue;
    if (/^\d+$/.test(word.text) || anyOwner.test(word.key) || owner === mostOwner) return undefined;
    owner += 1;
  }
  return undefined;
}

const isDenied = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:غير|مو|مش|مب|موب|ليس|not|isn't|isnt|different|mesh|msh)$/.test(word.text);

const isNounOfPhone = ({ key, text }: Word): boolean => phoneNoun.test(text) || phoneNoun.test(key);

function nounAt(words: readonly Word[], index: number): Whose | undefined {
  const { key, text } = words[index] as Word;
  if (phoneNoun.test(text)) return undefined;
  if (ownNoun.test(text) || ownNoun.test(key)) return "own";
  return theirNoun.test(text) || theirNoun.test(key) ? "others" : undefined;
}

/** "his", "the driver's". */
const isPossessor = (word: Word | undefined): boolean =>
  word !== undefined && (their.test(word.text) || /[a-z]['’]s$/.test(word.text));

/** «كلم اختي نورة، وانا خالد ٠٥…»: from there on it is one's own. */
const saysSelf = ({ text }: Word): boolean =>
  mine.test(text.replace(/^[وw](?=.)/u, "")) || ownNoun.test(text) || text === "اسمي";

/** "… is his number", «… هذا رقمها», «… رقمي». */
function saidBehind(words: readonly Word[], at: number): Whose | undefined {
  let index = at;
  while (index < at + 2 && fillers.test(words[index]?.text ?? "") && !isPossessor(words[index])) index += 1;
  const [word, next] = [words[index], words[index + 1]];
  if (!word || (index === at && !nounAt(words, index))) return undefined;
  const said = nounAt(words, index);
  if (said) return said;
  if (!next || !isNounOfPhone(next)) return undefined;
  return mine.test(word.text) ? "own" : isPossessor(word) ? "others" : undefined;
}

/** May this field take the phone? A line that is asked about may be anybody's; what is asked for, or corrected, is told by other words. */
export function isForPhone(
  field: FieldSpec,
  candidate: Candidate,
  {
    words,
    asked,
    correcting,
    spec,
    filled,
  }: Pick<Extraction, "words" | "asked" | "correcting" | "spec" | "filled">,
): boolean {
  if (candidate.type !== "phone" || field.type !== "phone") return true;
  if (cuesOf(field).phrases.has("line")) return true;
  const whose = whosePhone(words, candidate);
  if (asked === field.name) return whose !== "others" || !isCustomers(field) || !waitsForOthers(spec, filled);
  if (correcting) return whose !== "others" || !isCustomers(field);
  if (whose === undefined && asksWhereTo(asked, spec) && waitsForOthers(spec, filled))
    return !isCustomers(field);
  return whose === undefined || (whose === "own") === isCustomers(field);
}

/** «حي الصفا 0551234567» under the question where to deliver: the phone of whoever is there. */
function asksWhereTo(asked: string | undefined, { fields }: Extraction["spec"]): boolean {
  const [from, ...to] = fields.filter(({ type }) => type === "address");
  return from !== undefined && to.some(({ name }) => name === asked);
}

/** «رقمه ٠٥…» under the question for one's own is the other side's, where the form still wants that one. */
const waitsForOthers = ({ fields }: Extraction["spec"], filled: Extraction["filled"]): boolean =>
  fields.some((field) => isOthersPhone(field) && !filled?.includes(field.name));

/** The field of whoever writes: its cues speak in the first person («رقمي», "my number"). */
export function isCustomers(field: FieldSpec): boolean {
  const { phrases } = cuesOf(field);
  return ["رقمي", "جوالي", "my"].some((word) => phrases.has(word));
}

/** The phone of somebody else than who writes. */
export const isOthersPhone = (field: FieldSpec): boolean => field.type === "phone" && !isCustomers(field);
