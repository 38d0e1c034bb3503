import { tokens } from "../../language/letters/normalise.ts";
import { blames } from "../../language/replies/blames.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { keepNote } from "../form/keep-note.ts";
import { soundsLikeCorrection } from "../reading/commands.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { askDecision } from "./decisions.ts";

const fewestWords = 2;
const mostWords = 40;

const setOf = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(" ")));

/** What is asked of a room or a courier beside the form, folded. */
const extras = setOf(
  "هادي هاديه هدوء بحر اطلاله مطل مطله فطور فطار افطار بلكونه شرفه مصعد اسانسير مسبح موقف مواقف باركنج انترنت واي فاي تدخين مدخنين سرير سراير سريرين",
  "طابق دور الدور بدري مبكر متاخر متاخرا مطبخ غساله كرسي متحرك تغليف هديه الحارس حارس البواب بواب الاستقبال استقبال بعنايه عنايه اتصلوا تتصلون الباب",
  "ارخص الارخص رخيص رخيصه اقتصادي اقتصاديه cheap cheapest arkhas",
  "quiet view sea balcony breakfast pool parking wifi wi-fi internet smoking non-smoking elevator lift floor bed beds crib cot early late kitchen wheelchair",
  "واتساب واتس whatsapp whats فاتوره invoice fatoora fatora",
  "gift wrap wrapped doorman guard reception doorbell careful carefully halal gym spa shuttle hadya ftoor fotoor bahr hadi",
);

const wishes = setOf(
  "اريد نريد ارغب نرغب ودي عايزين عاوزه سمحت سمحتوا سمحتو فضلك امكن ممكن ياليت ليت افضل نفضل يفضل اتمني نتمني ابي ابغي نبي نبغي عايز عايزه عاوز عاوزين محتاج احب اذا ضروري",
  "please pls possible prefer preferably want need would like if important abi abgha 3ayez law sama7t",
);

/** Then it is the price that is asked for, whatever of. */
const prices = setOf(
  "كم بكم بكام سعر السعر تكلفه التكلفه رسوم price cost costs much charge fee fees kam bkam bekam",
);

const asking = setOf(
  "هل وش ايش شو ايه كيف ازاي متي امتي وين فين اين مين ليش ليه لماذا what how when where who why which is are do does can could will",
);

function wordsOf(text: string): readonly string[] {
  return tokens(text).flatMap(({ text: word }) =>
    /^(?:ال|و)./.test(word) ? [word, word.replace(/^و?(?:ال)?/, "")] : [word],
  );
}

const some = (words: readonly string[], set: ReadonlySet<string>): boolean =>
  words.some((word) => set.has(word));

/** Does a message ask for something in words of wanting? */
export const wishesFor = (text: string): boolean => some(wordsOf(text), wishes);

const isQuestion = (text: string, words: readonly string[]): boolean =>
  /[?؟]/.test(text) || asking.has(words[0] ?? "");

/** "Is breakfast included?": asks for an extra of the service, and not for its price. */
export function asksForExtra(text: string): boolean {
  const words = wordsOf(text);
  return isQuestion(text, words) && some(words, extras) && !some(words, prices);
}

/** "Sea view please", «سرير إضافي لو سمحتوا»: a clause that names an extra, and asks nothing. */
export function namesExtra(text: string): boolean {
  const words = wordsOf(text);
  const count = tokens(text).length;
  if (count < fewestWords || count > mostOfExtra || isQuestion(text, words) || /\p{Nd}/u.test(text))
    return false;
  return some(words, extras) && !some(words, prices) && !words.some((word) => negating.test(word));
}

const mostOfExtra = 8;

/** Keeps a wish with the form that is open. False when the words are none, or the form has no place for it. */
export function noteWish(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const words = wordsOf(text);
  const { open } = work;
  if (!draft || (open?.type !== "read_back" && open?.type !== "field")) return false;
  if (asksForExtra(text)) return noteQuestion(work, text);
  const beside = open.type === "read_back" ? behindYesBut(text) : undefined;
  if (beside !== undefined) return keepNote(work, draft, beside);
  const count = tokens(text).length;
  if (count < fewestWords || count > mostWords || isQuestion(text, words)) return false;
  const tells =
    open.type === "field"
      ? tellsOfSelf(text) || measure.test(text) || countsSomebody.test(text)
      : tellsNumber(text) || measure.test(text);
  const sounds =
    tells || some(words, extras) || (open.type === "read_back" && count > 2 && some(words, wishes));
  return sounds && keepNote(work, draft, text);
}

/** «ايه بس يكون مطبوع عليها شعارنا»: what is wished behind a yes with a "but"; undefined where it asks, blames or corrects. */
function behindYesBut(text: string): string | undefined {
  const [yes, but, first, ...others] = tokens(text);
  if (!yes || !but || !first || others.length < fewestWords || others.length > mostWords) return undefined;
  if (!["yes", "half", "faint"].includes(kindOfReply(yes.text)) || !/^(?:بس|لكن|but|bas|bs)$/.test(but.text))
    return undefined;
  const said = text.slice(first.start).trim();
  return /[?؟]/.test(text) || soundsAsked(said) || soundsLikeCorrection(said) || blames(said)
    ? undefined
    : said;
}

/** A question, with its mark, by its first word or by its end. */
export function soundsAsked(text: string): boolean {
  const words = tokens(text).map(({ text: word }) => word);
  return isQuestion(text, words) || opening.test(words[0] ?? "") || orNot.test(words.join(" "));
}

const oneself = /^(?:مستعجل|مستعجله|مستعجلين|عاجل|انا|احنا|حنا|نحن|ana|e7na|i|i'm|im|we|we're)$/;
export const negating =
  /^(?:ما|مو|مش|مب|لا|لم|لن|ليس|لست|لسنا|not|no|don't|dont|can't|cant|won't|wont|never|mesh|mosh|ma|mo)$/;

/** Being on the way, in a hurry, or not there at some time. */
const moving =
  /^(?:مستعجل\S*|عاجل|[وف]?[هحب]?[اني]?سافر\S*|مسافر\S*|راي?ح\S*|[هحب]?[انت]?(?:روح|طلع|مشي|رجع|نزل|وصل|تحرك)\S*|طالع\S*|راجع\S*|واصل\S*|جاي\S*|نازل\S*|خارج|مشغول\S*|(?:ب?ال)?دوام\S*|فاضي\S*|mesafer\S*|msafer\S*|mosafer\S*|mesta3gel\S*|mosta3jel\S*|rayeh|ray7|mashghool|travel\S*|leav\S*|arriv\S*|fly\S*|flight|hurry|rush|urgent|busy|coming|going|driv\S*|landing|away|abroad)$/;

/** «أنا مسافر كمان أسبوعين» under a question that it does not answer: told for whoever does the work. */
function tellsOfSelf(text: string): boolean {
  const words = tokens(text).map(({ text: word }) => word);
  if (!words.some((word) => moving.test(word))) return false;
  if (words.length < 3 || !oneself.test(words[0] ?? "") || /\d{3}/.test(words.join(" "))) return false;
  return !words.some((word) => negating.test(word));
}

/** «عدد صفحاته عشر», "it has 12 pages": of what is wanted. */
const measure = /^\s*(?:و?(?:عدد|حجم|مقاس|طول|عرض|مساح[ةه]|ارتفاع)\S*\s|it (?:has|is about)\s|they have\s)/iu;

/** «١٢ نفر», "14 workers": how many there are, of what is wanted. */
const countsSomebody =
  /^\s*\p{Nd}{1,4}\s+(?:نفر|شخص|اشخاص|موظف\S*|عامل|عمال|people|persons|employees|staff|workers|nafar|pax)\s*$|(?:^|\s)(?:بقينا|صرنا|بقوا|صاروا|we are now|now we are)\s+\p{Nd}{1,4}\s*$/iu;

/** A number that is denied may be one that we hold, and a sum that is doubted no instruction: neither is kept as if it were understood. */
const correcting = /^و?(?:مو|مهو|مب|مش|موب|ليس|ليست|بدل|بدال|not|instead|mesh|mosh|msh|mo|badal)$/;
const costly =
  /^(?:غالي\S*|كثير|كتير|رخيص\S*|خصم|الخصم|discount|expensive|cheap|too|much|keteer|kteer|8ali|ghali)$/;

/** «الصفحات ١٢ لا ١٠» to a read-back that knows of no pages: told for whoever does the work. */
function tellsNumber(text: string): boolean {
  const words = tokens(text);
  if (words.some(({ text: word }) => correcting.test(word) || prices.has(word) || costly.test(word)))
    return false;
  return words.length >= 3 && words.length <= 10 && /\p{L}{3}/u.test(text) && /\p{Nd}/u.test(text);
}

/** Longer ones tell something. */
const mostWordsAsked = 14;
/** What begins a question, also without its mark: «وهل عليّ غرامة», "when do I hear". */
const opening =
  /^[وف]?(?:هل|هو|هي|ممكن|ينفع|الا|كم|كام|متي|امتي|وين|فين|اين|كيف|ازاي|مين|طب|طيب|يعني|do|does|can|could|will|is|are|when|where|how|what|which|who|kam|emta|mata|wain|wein|feen|kaif|keef|ezay|hal|howa|heya|meen)$/;
/** Words that begin nothing but a question, also without its mark. */
const asksAlways = /^[وف]?(?:مين|متي|امتي|ازاي|وشلون|كيف|هل|meen|emta|mata|ezay|kaif|when|who|whose)$/;
/** «ولا لا», "or not" at its end. */
const orNot = /(?:^| )(?:ولا لا|او لا|ولا لأ|ام لا|wella la2?|walla la2?|wala la2?|or not|صح|صحيح)$/;

/**
 * «هل تصدرون إيصالًا؟», "will it be there before Thursday?" under a form: a question that nothing here answers goes to whoever does the
 * work. False for everything else, and for a mere word with a mark behind it.
 */
export function passOnQuestion(work: Work, text: string): boolean {
  const words = tokens(text).map(({ text: word }) => word);
  if (!activeDraft(work) || (work.open?.type !== "field" && work.open?.type !== "read_back")) return false;
  if (words.length < fewestWords || words.length > mostWordsAsked) return false;
  const asks = /[?؟]/.test(text) || orNot.test(words.join(" ")) || asksAlways.test(words[0] ?? "");
  if (words.some((word) => reduction.test(word)) && (asks || offering.test(words[0] ?? "")))
    return noteQuestion(work, text);
  return asks && (words.length > fewestWords || opening.test(words[0] ?? "")) && noteQuestion(work, text);
}

/** «عندكم خصم للطلاب»: what is had is asked, also without a mark. */
const offering =
  /^[وف]?(?:عندكم|عندكو|فيه|في|لكم|معكم|is|any|do|have|got|3andkom|3indkom|3andoko|feeh|feh|fi)$/;
const reduction =
  /^(?:ال)?(?:خصم|خصومات|تخفيض|كوبون|عرض|عروض)$|^(?:discounts?|coupon|promo|promotion|khasm|5asm)$/;

/** Keeps what was understood as a wish, or as a question for whoever does the work. False where there is no form for it. */
export function keepWish(work: Work, text: string): boolean {
  if (/[?؟]/.test(text)) return noteQuestion(work, text);
  const draft = activeDraft(work);
  return draft !== undefined && keepNote(work, draft, text);
}

/** A question that only the partner can answer goes along with the form; without one a person is offered. */
export function noteQuestion(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  if (!draft) {
    addLine(work, "side_questions.ask_person");
    askDecision(work, { type: "offer_person" });
    return true;
  }
  if (!keepNote(work, draft, text, "side_questions.passed_on")) return false;
  return true;
}
