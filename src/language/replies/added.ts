/** Words by which something is added to what was ordered: a wish how it is to be («ياريت تكون …»), or what is to be known of it («ترى …», "fyi …"). */
import { foldedWords } from "./whole-message.ts";

const before =
  "(?:(?:و|طيب|ايه|اوكي|بس|شكرا|لو سمحت\\S*|من فضلك\\S*|ok|okay|and|but|thanks|also|please|pls|w) )*";
const wishing =
  "[وف]?(?:يا ?ليت\\S*|يا ?ريت\\S*|ليت(?:كم|نا|ها|ه)?|حبذا|ياليت\\S*|اتمني|نتمني|يفضل|ويفضل|i wish|hopefully|preferably|if possible|ya ?rait|ya ?reet|yaret|ya ?lait)";
const telling =
  "[وف]?(?:ترا|تري|تراه|تراها|تراهم|للعلم|علما|ملاحظه|انتبه\\S*|خلوا? بالك\\S*|خلي بالك\\S*|نسيت (?:اقول|اقولكم|اذكر|اكتب|اخبركم|اقولك)\\S*|بالمناسبه|fyi|note that|please note|btw|by the way|be careful|mind that|(?:i )?forgot to (?:say|mention|tell|write|add)|one more thing|(?:ana )?n[ei]{0,2}se{1,2}t (?:a[2gq]|2a|a)\\S*|tara|5alo balko|khalo balkom)";
const added = new RegExp(`^${before}(?:${wishing}|${telling})(?: |$)`);

/** Does a message begin so? */
export const addsSomething = (text: string): boolean => added.test(foldedWords(text));
