/**
 * Words that blame the office: tired of it or angry with it («احنا تعبنا منكم»), or a "why" of what came late or not at all («ليه المندوب اتأخر»).
 * They are neither a wish to note nor a question what an answer is for.
 */
import { foldedWords } from "./whole-message.ts";

const feeling =
  "(?:تعبنا|تعبت|تعبانين|زعلان|زعلانه|زعلانين|زعلنا|زهقت|زهقنا|قرفت|قرفنا|طفشت|طفشنا|مليت|ملينا|متضايق|متضايقه|متضايقين|مقهور|مستاء|za3lan|za3lana|t3ebt|te3ebt|ta3ebna|zeh2t|zehe2t|2eref|2reft|tafasht|malleit|mallet|angry|upset|disappointed|furious|annoyed|fed up|tired|sick)";
const ofUs =
  "(?:منكم|منكو|منك|عليكم|معكم|معاكم|معاكو|من خدمتكم|من تعاملكم|menkom|menko|minkum|menkum|3alekom|ma3akom|(?:of|with|at|by) (?:you|your)(?: \\S+)?)";
const blaming = new RegExp(`(?:^| )${feeling}(?: \\S+){0,3} ${ofUs}(?: |$)`);

const why = "(?:^| )و?(?:ليش|ليه|لماذا|علاش|why|leh|leih|leish|lesh|lish)(?= |$)";
const late =
  "(?:[ابتين]*تاخر\\S*|متاخر\\S*|تاخير\\S*|المندوب|السواق|المندوبين|late|delayed?|courier|driver|mandoob|mandob|[a-z]*ta2?5a?r\\S*|[a-z]*t2akhar\\S*|(?:ما|محد|مافي|لا) (?:احد |حد )?(?:رد|يرد|ترد|جا|وصل|وصلني)\\S*)";
const lateWhy = new RegExp(`${why}.*(?:^| )${late}(?: |$)`);

const longest = 160;

/** Whether a message blames the office. False for longer ones, which are understood by all that they say. */
export function blames(text: string): boolean {
  if (text.length > longest) return false;
  const said = foldedWords(text);
  return blaming.test(said) || lateWhy.test(said);
}
