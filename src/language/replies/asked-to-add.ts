/**
 * "Also mention …", «وفيه ثلاجة بعد زيدوها»: in so many words something is to be added, or written down, with what is at hand. Only as what
 * the message begins or ends with, for «ابي أضيف مولودي في الأبناء» asks for a service.
 */
import { foldedWords } from "./whole-message.ts";

const lead =
  "[وف]?(?:و|طيب|ايه|اوكي|بس|لا|اه|اي|نعم|كمان|ايضا|بعد|برضو|برضه|معليش|شكرا|لو سمحت\\S*|من فضلك\\S*|ممكن|btw|by the way|fyi|بالمناسبه|ok|okay|and|but|yes|no|sorry|thanks|also|then|please|pls|can you|could you|kindly|w|la|la2|ah|kaman|ba3d|bardo|law sama7t\\S*)";
/** "No, I mean for the storage": what it is to be added to. */
const forWhich =
  "(?:ana |انا )?(?:[a2]+[gq]?sod|[a2]qsed|[2q]a?s[dt]i|اقصد|قصدي|i mean|i meant)(?: (?:l|lel|for|to|in|the|fe|fel|with|في|مع))* \\S+";
const leads = `(?:${lead} )*(?:${forWhich} )?(?:${lead} )*`;

const verb =
  "[وف]?(?:زيد|زود|ضيف|اضيف|ضف|اضف|حط)(?:وا|و|ي)?|(?:w|we|wa|wi)?(?:z[ei]{1,2}d|za?wwe?d|za?we?d|[de]{0,2}d[ei]{1,2}f|[7h]ott?)(?:o|oo|u|i)?|add|include";
const pronoun =
  "[وف]?(?:زيد|زود|ضيف|اضيف|حط)(?:و|ي)?(?:ها|ه|هم)|(?:w|we|wa|wi)?(?:z[ei]{1,2}d|za?we?d|d[ei]{1,2}f|[7h]ott?)[oui]*(?:ha|h|hom)|(?:add|include) (?:it|that|them|this)(?: too| as well| please| pls)*";
const that = "(?:ان|انه|انها|انهم|اني|اننا|انا|that|en|enno|enha)";
/** «اكتبوا لي عقد» asks for a paper, «اكتبوا أن …» does not. */
const writing = `[وف]?(?:(?:سجل|اكتب|دون)(?:وا|و|ي)?(?: (?:عندكم|عندك|في الطلب|بالطلب|معه|معها))* (?:ملاحظه|${that})|(?:اذكر|اذكروا|اذكري)(?: ${that})?|mention|note(?: down)?|write down|make a note|put a note|leave a note)`;

const begun = new RegExp(`^${leads}(?:${verb}|${writing}) \\S`);
const ended = new RegExp(
  `(?:^| )(?:${pronoun})(?: (?:لو سمحت\\S*|بعد|كمان|معها|معاها|معاهم|law sama7t\\S*))*$`,
);
const told = new RegExp(`^${leads}${writing} \\S`);

export type Adding = "thing" | "words";

/** What is to be added: a thing, or words that are to be known. Undefined where neither is asked for. */
export function asksToAdd(text: string): Adding | undefined {
  const said = foldedWords(text);
  if (told.test(said)) return "words";
  return begun.test(said) || ended.test(said) ? "thing" : undefined;
}
