/**
 * That a customer tells of pain, of a death or of a wrong done to them beside what they want: then a kind word comes first. Read of the words
 * alone; whether an illness is meant the service tells.
 */
import { foldedWords } from "./whole-message.ts";

export type Trouble = "ill" | "bereaved" | "wronged";

const kin =
  "(?:ابوي|ابويا|والدي|امي|والدتي|اخوي|اخويا|اخي|اختي|زوجي|زوجتي|جوزي|مراتي|ولدي|ابني|بنتي|ابنتي|جدي|جدتي|عمي|عمتي|خالي|خالتي|حماتي|حماي|abooy|abouya|ommi|ummi|my (?:father|dad|mother|mom|mum|brother|sister|husband|wife|son|daughter|uncle|aunt|grand\\S+))";
const dies =
  "(?:توفي|توفت|توفيت|مات|ماتت|(?:انتقل|انتقلت) الي رحمه|died|has died|passed away|mat|matet|tawaffa|etwaffa)";
/** Done to somebody by another, as they say it of themselves: not what they only ask about. */
const wrongs =
  "(?:[وف]?(?:(?:فصل|طرد|سرق|نصب|احتال|ظلم|ضرب)(?:ني|وني|تني|نا|ونا)|(?:[بهح]?[يت])طرد(?:ني|وني|نا)|انفصلت|انطردت|انسرق\\S*|اتسرق\\S*|انسرقت)|نصب(?:وا)? علي(?:نا|ا)?|ما (?:عطاني|عطوني|اداني|دفع لي|دفعوا لي)|لم (?:يدفع|يدفعوا) لي|عايز يطلعني|يبي يطلعني|(?:they |he |she |employer |boss |company |landlord )(?:fired|sacked|dismissed|robbed|scammed|cheated|evicted)(?: \\S+)? ?me|i was (?:fired|sacked|dismissed|robbed|scammed|cheated|evicted)|got (?:fired|robbed|scammed)|fasalni|fasalooni|taradni|nasab 3alay)";
const lasting =
  "(?:من امس|من امبارح|منذ امس|(?:له|لها|من|منذ|صار له|بقاله) (?:\\S+ )?(?:يومين|ايام|يوم|اسبوع\\S*|اسابيع)|since (?:yesterday|\\S+day|last)|for (?:\\S+ )?(?:days?|weeks?)|mn ams|men ams|mn embare7)";
const cutOff =
  "(?:طايح\\S*|مقطوع\\S*|قاطع\\S*|فاصل\\S*|واقف\\S*|طافي\\S*|down|cut off|6afy|6afi|ma2too3|magtoo3)";
const pain =
  "(?:[بي]?[يت]?وجع(?:ني|ه|ها|نا|هم)|[بي]?[يت]?[اأ]?لم(?:ني|ه|ها)|وجع|الم|الام|تعبان\\S*|مريض\\S*|حراره|سخون\\S*|يصيح|يبكي|بيعيط|ما نمنا|ما نام|ما نمت|لم ينم|مو قادر\\S*|مش قادر\\S*|يشتكي|تشتكي|pain|painful|aches?|aching|hurts?|hurting|fever|suffering|bey?wga3\\S*|yewja3\\S*|3ayyan|ta3ban\\S*)";

const apart = (words: string): RegExp => new RegExp(`(?:^| )(?:${words})(?= |$)`);
const between = "(?: \\S+){0,4} ";
const bereft = apart(`${dies}${between}?${kin}|${dies} ${kin}|${kin}${between}?${dies}|${kin} ${dies}`);
const wronged = apart(`${wrongs}|${cutOff}(?: \\S+){0,6} ${lasting}`);
const ill = apart(pain);
const denied = apart("(?:ما|مو|مش|بدون|لا|no|not|without) (?:في |فيه )?(?:الم|وجع|حراره|pain|fever)");

const mostLetters = 500;

/** @param health the service that is asked for is of health */
export function troubleIn(text: string, health: boolean): Trouble | undefined {
  const words = foldedWords(text.slice(0, mostLetters));
  if (bereft.test(words)) return "bereaved";
  if (health) return ill.test(words) && !denied.test(words) ? "ill" : undefined;
  return wronged.test(words) ? "wronged" : undefined;
}
