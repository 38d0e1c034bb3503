/**
 * «أنا نفسي اللي على التليجرام», "link my accounts": a customer says that they write from elsewhere, too. And the one-time code that
 * proves it: what it looks like, and how it is found in a message. Exact rules on a whole, short message.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";

const longest = 120;
const mostWords = 12;

const wishes =
  /^(?:(?:ابي|ابغي|ابغا|اريد|عايز|عاوز|ودي|بدي|ممكن|اقدر|i want to|i would like to|i'd like to|can i|can you|could you|please|how do i|abi|abgha|3ayez) )?(?:(?:اربط|اربطوا|اربطو|ربط|نربط|تربطون|تربطوا|اجمع|اجمعوا|جمع|ادمج|ادمجوا|دمج|وصل|وصلوا|erbot|orbot|rabt) (?:لي )?(?:حسابي|حساباتي|الحساب|الحسابات|الحسابين|حسابيني|محادثتي|محادثاتي|المحادثات|المحادثتين|محادثتيني|7esabi|7sabi|7esabati|hesabi|elchats)|(?:link|connect|merge|join|combine) (?:my|the|both|these|two) (?:two )?(?:accounts?|chats?|conversations?|numbers?)|(?:رمز|كود) (?:ال)?ربط|link code)(?: (?:مع|ب|علي|في|مع حسابي|بحسابي|with|to|from|on|and|3al|ma3) .{1,40}| [بعل]ال\p{L}{3,20})?(?: (?:لو سمحت|لو سمحتوا|من فضلك|please|together))?$/u;

const place =
  "(?:[وبلع]{0,2}(?:ال|ل)?(?:واتساب|واتس اب|واتس|وتساب|واتسب|تليجرام|تلجرام|تلقرام|تيليجرام|تيلجرام|تليقرام|تلغرام|تيليغرام|تليغرام|تيلي)|(?:ال|ب|بال)?(?:موقع|موقعكم|ويب)|(?:el|al|3al|bel)? ?(?:whats ?app|wats ?app|watsab|whatsap|wa|telegram|telgram|tele)|(?:your|the) (?:web ?)?site|web ?chat)";
const self =
  "(?:(?:ترا|تري|والله|بس|علي فكره|بالمناسبه|انا كمان|هلا|مرحبا|hi|hello|btw|by the way|fyi|yes) )*";

/** The sender, as whoever writes elsewhere; nothing behind the place but a courtesy, so that a complaint stays one. */
const sameAs = [
  `(?:انا|اني|معكم|معك|هذا انا|انا هو|انا هي) (?:هو |هي |كمان |ايضا |برضه |برضو )?(?:نفسي|نفسه|نفسها|نفس الشخص|نفس العميل|نفس الزبون|نفس اللي|اللي|الي|الذي|التي|الشخص)(?: (?:نفسه|نفسها|اللي|الي|الذي|التي|بتاع|بتاعه|حق|حقت|تبع|كلمكم|كلمتكم|كلمتكو|راسلكم|راسلتكم|راسلتكو|كلمك|يكلمكم|يراسلكم|تكلمت|تواصل|تواصلت|معكم|معاكم|معاكو|كتبت|كتب|لكم|طلبت|كان|كنت|امس|قبل|شوي|اليوم|موجود|عندكم|علي|في|من|ع|عن|طريق))* ?${place}`,
  `(?:انا|اني) (?:كمان |ايضا |برضه |برضو |بعد )(?:موجود |موجوده |عندكم |معكم |معاكم |اكلمكم |اراسلكم |بكلمكم )*(?:علي|في|من|ع|عن طريق|ب)? ?${place}`,
  `(?:عندي|لي|لدي) (?:محادثه|حساب|محادثات) (?:ثانيه|ثاني|تانيه|تاني|اخري|اخر)?(?: (?:معكم|معاكم|عندكم|علي|في|من|ع))* ?${place}`,
  `ana (?:nafsi|nafso|nafs el sha5s|nafs|elly|elli|illi|el|kaman)(?: (?:elly|elli|illi|kalamtokom|kalamtoko|rasaltokom|mn|men|min|3ala|3al|fel|fe|bel|bta3|beta3))* ?${place}`,
  `(?:i'm|i am|im|it's me|its me|this is) (?:also |already |the )*(?:same (?:person|customer|one|guy|man|woman|client))?(?: ?(?:as|who|that|wrote|writes|messaged|contacted|you|is|was|from|on|in|at|via|the one|person))* ${place}`,
  `i (?:also|already) (?:write|wrote|message|messaged|talk|talked|chat|chatted|contact|contacted|am|use)(?: (?:to|with|you|on|from|in|at|via))* ${place}`,
  `i have (?:another|a second|an|one more) (?:chat|account|conversation)(?: (?:with|you|on|from|in|at|via))* ${place}`,
].join("|");
const elsewhere = new RegExp(
  `^${self}(?:${sameAs})(?: (?:كمان|ايضا|برضه|برضو|بعد|نفسه|also|too|as well|kaman|please|لو سمحت))*$`,
  "u",
);
/** Nearly no message holds one of these. */
const hint =
  /ربط|اجمع|جمع |دمج|صل|link|connect|merge|join|combine|rb[ou]t|rabt|واتس|وتس|تل[يجقغ]|تيل|موقع|ويب|wh?ats|telegr|telgr|tele|site|web|\bwa\b/i;

/**
 * A code is `K7M-R3T9P`: consonants and digits in turn, without those that look or sound like others, so that it is no word in any
 * language, and nothing that is taken for a secret. The first half finds it, the second proves it.
 */
export const codeLetters = "BCDFGHJKMNPQRTVWXY";
export const codeDigits = "2356789";
const letter = `[${codeLetters.toLowerCase()}]`;
const digit = `[${codeDigits}]`;
const codeShape = new RegExp(
  `(?<![\\p{L}\\d])(${letter}${digit}${letter}) ?[-–—_]? ?(${letter}${digit}${letter}${digit}${letter})(?![\\p{L}\\d])`,
  "u",
);

/** Said before anything is folded: a letter and a digit that codes are made of. */
const mayHoldCode = /[b-y][2-9٢-٩][b-y]/i;

/** A code that a message holds, in capitals and without its dash; undefined when it holds none. */
export function findLinkCode(text: string): string | undefined {
  if (text.length > longest || !mayHoldCode.test(text)) return undefined;
  const [, id, rest] = codeShape.exec(folded(text)) ?? [];
  return id === undefined || rest === undefined ? undefined : `${id}${rest}`.toUpperCase();
}

/** The part of a code that it is found by. */
export const idOfCode = (code: string): string => code.slice(0, 3);

/** As it is read and typed. */
export const shownCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;

/** Whether a whole message says that its sender is a customer elsewhere, too, or hands over the code that proves it. */
export function readLinkWish(text: string): Understanding | undefined {
  if (text.length > longest) return undefined;
  const code = findLinkCode(text);
  if (code !== undefined) return { type: "link_code", code };
  if (!hint.test(text) || /[?؟].*\p{L}/u.test(text)) return undefined;
  const words = tokens(text).map((token) => token.text);
  if (words.length > mostWords) return undefined;
  const said = words.join(" ");
  return wishes.test(said) || elsewhere.test(said) ? { type: "link" } : undefined;
}

/** Latin digits and small letters. Not by words: a dash may be missing. */
function folded(text: string): string {
  return text
    .replace(/[٠-٩]/g, (one) => String(one.charCodeAt(0) - 0x660))
    .replace(/[\u200e\u200f\u2066-\u2069\u202a-\u202e]/g, "")
    .toLowerCase();
}
