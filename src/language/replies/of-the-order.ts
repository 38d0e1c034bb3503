/**
 * A few words that are about the order that is open or was just placed, though they may resemble a service of their own: the wish to see, to sign
 * or to fetch "it" oneself («تمام بس ابي ادخل اشوفه قبل»), what comes with any order («ابي فاتورة», "I need a receipt"), and what is claimed for
 * one that went wrong («ابي تعويض»). Only where every word is one of these: who names a thing of their own may want that.
 */
import { foldedWords } from "./whole-message.ts";

const lead =
  "(?:تمام|طيب|طب|اوكي|اوك|ماشي|ايه|اي|نعم|ايوه|بس|لكن|ولكن|لو سمحت\\S*|من فضلك\\S*|بعد|كمان|برضو|ok|okay|yes|sure|fine|good|but|and|also|please|pls|tamam|tayeb|bas|bs|w)";
const wanting =
  "و?(?:ابي|ابغي|ابغا|نبي|نبغي|نبغا|ودي|ودنا|عايز|عايزه|عايزين|عاوز|عاوزه|عاوزين|اريد|نريد|احتاج|محتاج|محتاجه|محتاجين|لازم|ممكن|اقدر|نقدر|ينفع|احب|حاب|حابب|اطالب ب|اطالب|i|we|i'd|i'm|we'd|would|want|wants|need|like|love|to|can|could|may|have|get|me|us|a|an|the|my|for|abi|abgha|3ayez|3ayz|3awez|3ayza|ana|انا|احنا|حنا)";
/** What is done with a thing before it is taken, and names no service. */
const doing =
  "(?:[اني](?:شوف|عاين|فحص|جرب|وقع|وقع علي|ستلم|تسلم|تفرج علي|قيس|تفقد|راجع|قرا|قري|زور|كشف علي|طلع علي|تاكد من|اخد|اخذ|جي اخذ|جي اخد)(?:ه|ها|هم)|(?:see|view|inspect|try|check|test|sign|receive|collect|visit|read|look at|pick up) (?:it|them)(?: up| out)?|a(?:shoof|shouf|shof|shuf|stlem|stelem|garrab|garab|jarrab|fa7as|3ayen|wa22a3)(?:o|oh|ha|ho|hom))";
const going = "(?:ادخل|اجي|اروح|انزل|امر|نجي|نروح|come|come and|go|go and|first come)";
const when =
  "(?:قبل|اول|اولا|بالاول|في الاول|بنفسي|بنفسنا|بعيني|من عندكم|عندكم|من المكتب|قبل ما (?:ادفع|اوقع|استلم|اخذه|اخذها|ادفع شي|اعتمد)|قبل الدفع|قبل الاستلام|قبل التوقيع|قبل الاعتماد|first|before|before (?:paying|i pay|payment|signing|i sign|delivery)|myself|in person|2abl|abl|gabl|awel|awal|al awal)";
/** What comes with any order. */
const paper =
  "(?:ب|و)?(?:ال)?(?:فاتوره|فواتير|ضمان|سند قبض|وصل استلام|نسخه من(?:ه|ها)|نسخه|صوره من(?:ه|ها)|صورت(?:ه|ها)|صور(?:ه|ها)|رقم (?:ال)?(?:مندوب|سواق|سايق|سائق|بايع|بائع|مشتري|شقه|غرفه)|invoice|receipt|warranty|guarantee|copy|copy of it|photo of it|picture of it|pictures of it|(?:driver|courier|seller|buyer) s? ?(?:number|phone)|fatora|fatoora|daman)";
const ofPaper =
  "(?:ضريبيه|رسميه|مختومه|باسم الشركه|باسمي|للشركه|عليه|عليها|معه|معها|tax|vat|official|with it|for it|dareebeya|please)";
const claim =
  "(?:ب|و)?(?:ال)?(?:تعويض|تعويضي|تعويضا|تعويض مالي|حقي|حقوقي|حقنا|فلوسي|فلوسنا|فلوسي ترجع|compensation|refund|a refund|my money|my money back|my right|my rights|ta3weed|ta3wid|7a2i|7agi|felosi|flosi)";
const forIt =
  "(?:عن التاخير|علي التاخير|عن الضرر|عن التلف|عن اللي صار|علي اللي حصل|عن هذا|for (?:this|that|it|the delay|the damage)|back)";

const all = (...parts: readonly string[]): RegExp =>
  new RegExp(`^(?:${lead} )*(?:${wanting} )*(?:${parts.join("|")})$`);
const handled = all(`(?:${going} )*${doing}(?: ${when})*`, `${when} (?:${going} )*${doing}`);
const belonging = all(`(?:${ofPaper} )?${paper}(?: ${ofPaper})*`);
const claimed = all(`${claim}(?: ${forIt})*`);
const wants = new RegExp(`(?:^| )${wanting}(?: |$)`);

const longest = 90;

/** `note`: something for whoever does the work; `claim`: a complaint about what was done. Undefined for all other words. */
export function ofTheOrder(text: string): "note" | "claim" | undefined {
  if (text.length > longest) return undefined;
  const said = foldedWords(text);
  if (!wants.test(said)) return undefined;
  if (claimed.test(said)) return "claim";
  return handled.test(said) || belonging.test(said) ? "note" : undefined;
}

/** Is one of the things that a longer message says a claim for what went wrong: «وصل مكسور وابي تعويض»? */
export const claimsForIt = (text: string): boolean =>
  text.split(/[.،,؛;\n]|\s(?=و\p{L})|\sand\s/u).some((part) => ofTheOrder(part) === "claim");

/** The words behind «تمام بس», "ok but". */
export const withoutLead = (text: string): string =>
  text.replace(/^\s*(?:\S+[\s,،]+){0,2}(?:بس|لكن|ولكن|but|bas|bs)\s+/iu, "").trim();
