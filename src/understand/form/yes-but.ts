/**
 * «آه كله تمام بس اسأل على الفطار», "all good, just ask about breakfast" under a read-back: a yes, and what the office is to ask, see to or tell
 * meanwhile. A word that as often only opens a sentence («تمام بس …») is no yes, and neither is one with a change, a price or a "first" behind it,
 * with a condition, with somebody who is to say yes, or with a word that holds it up or doubts what was read.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import { isKinWord } from "../values/kin.ts";
import type { Word } from "../words.ts";
import { isApproval } from "./agreement.ts";
import { opensOnly } from "./answered-and-asked.ts";

const but = /^و?(?:بس|لكن|ولكن|but|just|bas|bss|bs)$/;
const tellsTo =
  /^[وف]?(?:ا?سال(?:وا?|ي)?(?:هم|ه|لي)?|اسالولي|شوف(?:وا?|ي)?(?:لي)?|شوفولي|ا?تاكد(?:وا?|ي)?|بلغ(?:وا?|ي)?(?:هم|ه|ها)?|قول(?:وا?|ي)?(?:لهم|له|لها|لو)?|ذكر(?:وا?)?هم|انتبه(?:وا?|ي)?|ask|check|tell|remind|remember|es2al\p{L}*|is2al\p{L}*|as2al\p{L}*|es2l\p{L}*|sh[ou]+f\p{L}*|2ol\p{L}*|ta2akad\p{L}*|t2akd\p{L}*)$/u;
/** «ولا تنسون …», «متنسوش …», "and don't forget …": of what comes with a yes, however it is joined. */
const notToForget =
  /^(?:و?(?:لا|ما) [تن]نس\p{L}*|ومت?نس\p{L}*ش|مت?نس\p{L}*ش|(?:don['’]?t|do not|never) forget|(?:w ?)?(?:la|ma) te?ns\p{L}*|(?:w ?)?mat?e?nsa?\p{L}*sh)(?!\p{L})/u;
/** Whoever wants this known, or has this wrong or otherwise, has not agreed yet. */
const waits = new RegExp(
  `^[وفب]?(?:ال)?(?:${[
    "اول|اولا|قبل|لول|الاول|سعر|اسعار|تكلفه|كم|بكم|بكام|مبلغ|first|before|price|cost|much|awal|2abl|gabl|lawel|se3r|si3r|bekam|bkam",
    "لو|اذا|ان كان|ممكن|ينفع|if|whether|unless|law|iza|momken|yenfa3",
    "غلط|خطا|صح|صحيح|خاطئ|wrong|incorrect|mistake|right|correct|ghalat|8alat",
    "غيره|غيرها|ثاني|تاني|بدل|بداله|بدلها|other|another|else|instead|different|tani|thani",
    "عنوان|وزن|تاريخ|موعد|اسم|رقم|address|weight|date|name|number|3enwan|3inwan|wazn",
    "[يتن]?(?:ستن|نتظر|وقف|لغ|كنسل)\\p{L}*|لين|لحد|حتي|wait|hold|stop|cancel|until|till|yestann?\\p{L}*|estann?\\p{L}*",
  ].join("|")})$`,
  "u",
);
const denies = /^(?:لا|ما|مو|مش|not|don't|dont|never|la|ma|mesh|msh|mo)$/;
/** With a denial before it: that the thing itself is not to be done. */
const deed =
  /^(?:[يتن]{0,2}(?:جي|جو|جون|يجي|يجوا|حجز|رسل|بعت|بعث|بدا|نفذ|شحن)\p{L}{0,3}|come|go|book|send|start|begin|deliver|ship|yeg[iy]\p{L}*|yej[iy]\p{L}*|ye7g[ei]z\p{L}*)$/u;
const sees = /^[وف]?(?:ا?سال|شوف|ا?تاكد|ask|check|remind|es2al|is2al|as2al|as2l|es2l|sh[ou]+f|ta2akad|t2akd)/;
/** "Ask my wife", «اسألوا المدير»: who is to say yes. */
const decides =
  /^[لم]?ع?(?:حرمي|المدام|ابوي|ابويا|امي|مديري|المدير|me|boss|manager|marati|mraty|zawjti|zawjty)$/;
const whoDecides = (word: Word): boolean =>
  [word.text, word.key].some((said) => decides.test(said) || isKinWord(said));

function isHeldUp([first, ...more]: readonly Word[]): boolean {
  const is = (pattern: RegExp) => (word: Word | undefined) =>
    word !== undefined && (pattern.test(word.text) || pattern.test(word.key));
  if (more.some(is(waits))) return true;
  const denied = more.findIndex(is(denies));
  if (denied >= 0 && more.slice(denied + 1).some(is(deed))) return true;
  return is(sees)(first) && more.slice(0, 3).some(whoDecides);
}

/** How many words stand before what comes with the yes, and where that begins: behind a "but", or at an «ولا تنسون …» that joins itself. */
function jointIn(words: readonly Word[]): { readonly before: number; readonly from: number } | undefined {
  const isBut = (word: Word | undefined) =>
    word !== undefined && (but.test(word.text) || but.test(word.key) || /^(?:and|و|w)$/.test(word.text));
  const reminder = words.findIndex((_, at) => at > 0 && reminds(words.slice(at, at + 3)));
  if (reminder > 0) return { before: isBut(words[reminder - 1]) ? reminder - 1 : reminder, from: reminder };
  const at = words.findIndex((word) => but.test(word.text) || but.test(word.key));
  return at > 0 ? { before: at, from: at + 1 } : undefined;
}

const reminds = (words: readonly Word[]): boolean =>
  [words.map(({ text }) => text), words.map(({ key }) => key)].some((said) =>
    notToForget.test(said.join(" ")),
  );

/** The yes and the wish, or the wish alone; undefined for anything else. */
export function agreesBut(text: string, words: readonly Word[]): readonly Understanding[] | undefined {
  const joint = jointIn(words);
  const [first, ...more] = words.slice(joint?.from);
  const before = words.slice(0, joint?.before);
  const last = words.at(-1);
  if (
    !joint ||
    before.length === 0 ||
    !first ||
    !last ||
    more.length === 0 ||
    /[?؟]|(?<![\p{L}\p{Nd}])\p{Nd}+(?!\p{L})/u.test(text)
  )
    return undefined;
  if (!reminds([first, ...more]) && !(tellsTo.test(first.text) || tellsTo.test(first.key))) return undefined;
  const said = text.slice(0, before.at(-1)?.end);
  if (!isApproval(before) && readYesNo(said) !== "yes") return undefined;
  const wish: Understanding = {
    type: "wish",
    text: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
  };
  const isSure = before.some(({ key, text: word }) => !(opensOnly.test(word) || opensOnly.test(key)));
  return isSure && !isHeldUp([first, ...more]) ? [wish, { type: "confirm" }] : [wish];
}
