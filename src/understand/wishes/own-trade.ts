/** «أنا محاسب», "ana mohandes", "I'm an accountant": one's own trade is no wish for it. */
import type { Word } from "../words.ts";

const writer = /^(?:انا|احنا|حنا|نحن|اشتغل|اعمل|شغال|بشتغل|ana|e7na|ashtaghel|bashtaghal|shaghal)$/;
const small =
  /^(?:a|an|the|am|as|i|i'm|im|we|are|we're|work|ك|اشتغل|شغال|بشتغل|اعمل|اصلا|نفسي|ashtaghel|bashtaghal|shaghal)$/;
const english = /^(?:i'm|im|we're|i|we)$/;
const trade =
  /^(?:محاسب|محامي|دكتور|طبيب|مهندس|مدرس|معلم|مترجم|ممرض|صيدلي|سواق|سايق|سائق|مندوب|مقاول|تاجر|طالب|موظف|مبرمج|مصمم|مصور|فني|طباخ|كاتب)(?:ه|ين|ون|ي)?$|^(?:m[ou][7h]a*seb|mo[7h]a?mi|do[ck7]?tor|mohandes|modarr?es|mo3allem|motargem|motarjem|momarr?ed|sayda?li|saw+a[2gq]|mandoob|mo2awel|mo[gq]awel|ta[gj]er|taleb|mowazaf|mowathaf)(?:a|ah|een)?$|^(?:accountant|lawyer|doctor|dentist|engineer|teacher|translator|nurse|pharmacist|driver|courier|contractor|trader|student|employee|programmer|designer|photographer|technician|writer|chef)s?$/;
const mostBefore = 4;

/** Do the words begin so? */
export function tellsOwnTrade(words: readonly Word[]): boolean {
  const [who] = words;
  if (!who) return false;
  const isEnglish = english.test(who.text);
  if (!isEnglish && !writer.test(who.key) && !writer.test(who.text)) return false;
  const at = words.findIndex(({ key, text }, index) => index > 0 && !small.test(text) && !small.test(key));
  const said = words[at];
  // "I lawyer" is nothing, "I'm a lawyer" is.
  const isLinked =
    !isEnglish ||
    /^(?:i'm|im|we're)$/.test(who.text) ||
    words.slice(1, at).some(({ text }) => /^(?:am|are|work)$/.test(text));
  return (
    said !== undefined && at <= mostBefore && isLinked && (trade.test(said.key) || trade.test(said.text))
  );
}
