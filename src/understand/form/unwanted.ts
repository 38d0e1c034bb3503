/**
 * A wish in the negative, said to an open form: "I don't want smoking rooms", «ما ابي احد يتصل علي بعد العشاء», "please don't ring the
 * bell". It neither leaves the form nor calls anybody: it goes along with the request, for whoever does the work.
 */

import type { Understanding } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import { type Task, valuesFor } from "../requests.ts";
import { withoutJoint } from "../wishes/clause-bounds.ts";
import { type Word, wordsOf } from "../words.ts";
import { hintsOf } from "./correction.ts";
import { isHeldIn } from "./held-values.ts";
import type { Form } from "./open-form.ts";
import { wishOf } from "./wishes-beside.ts";

/** "I do not want". */
export const refusals = phrasesOf(
  "ما ابي|ماابي|مابي|ما ابغي|ما ابغا|مابغي|مابغا|ما نبي|ما نبغي|ما ودي|ما ودنا|ما احب|ما نحب|مو ابي|مو حاب|مش عايز|مش عايزه|مش عايزين|مش عاوز|مش عاوزه|مش عاوزين|مش حابب|مش حابه|مش بحب|ما بدي|ما بدنا|مش بدي|لا اريد|لا نريد|لا ارغب في|لا نرغب في|لا ارغب|لا نرغب|لا احب|لا اود|لا نود|لا افضل",
  "i don't want|i dont want|i do not want|we don't want|we dont want|we do not want|don't want|dont want|i don't like|i dont like|i'd rather not|i would rather not|i would not like|i wouldn't like|i hate",
  "ma abi|mabi|ma abgha|mabgha|ma nabi|mesh 3ayez|mesh 3ayza|msh 3ayez|msh 3ayza|mosh 3ayez|mish 3ayez|mesh 3ayzeen|msh 3ayzeen|mesh 3awez|msh 3awez|ma bedi|ma a7eb|ma wedi",
);
const forbidding = phrasesOf("please don't|please dont|please do not|don't|dont|do not|never");
/** «لا تتصلون», «ما تدقون», «متتصلوش», "matetesloosh". */
const prohibition = /^(?:م|ما)?ت[\u0620-\u064a]{2,}(?:وش|ش)$|^mat[a-z0-9]{3,}sh$/;
const leading = phrasesOf(
  "لا|no|nope|la|la2|بس|but|bas|لكن|and|w|لو سمحت|لو سمحتوا|من فضلكم|please|pls|انا|احنا|ana|كمان|also",
);

/** Then it is the request itself, or the thing that was just named, that is not wanted. */
const ofAll = new Set(
  [
    "it this that them these those anything anymore more now continue proceed book booking order ordering request requests send go do worry services service",
    "هذا هذي هذه ده دي ذا ذي شي شيء شيئا حاجه كمان خلاص الحين دلوقتي الان اكمل نكمل استمر اطلب احجز اسوي طلب الطلب حجز الحجز المعامله الخدمه خدمه غيره غيرها",
    "تلغون تلغوا تلغي تكنسلون تكنسلوا تنسون تنسوا تكملون تكملوا cancel forget stop da di hatha dah shay 7aga kaman khalas al7een delwa2ty akamel",
  ].flatMap((line) => line.split(" ")),
);
const small = new Set("a an any to of in on at for me us from with the ي في من علي ل ب عن".split(" "));
/** Whom nobody is to call is told with when or why; alone it is no more than a no to the question. */
const calling =
  /^(?:calls?|calling|contact\S*|messages?|disturb\S*|bother\S*|ring\S*|knock\S*|[تيب]*(?:تصل|كلم|دق|راسل|زعج|رن|تواصل)\S*|مكالم\S*|اتصال\S*)$/;

/** The wish that the whole message is. */
export function unwanted(task: Task, form: Form): Understanding | undefined {
  const { awaiting } = form.open;
  if (awaiting !== "answer" && awaiting !== "read_back") return undefined;
  const [first, ...others] = task.parts.clauses;
  const last = others.at(-1) ?? first;
  if (!first || !last || /[?؟]/.test(task.text)) return undefined;
  if (others.some(({ soft, also }) => !soft || also)) return undefined;
  const rest = behindRefusal(task.parts.clauses.flatMap(({ words }) => words));
  return rest && isOwnWish(task, form, rest)
    ? wishOf(task, { start: first.start, end: last.end })
    : undefined;
}

/** What is said not to be wanted or done; undefined where the words begin otherwise. */
function behindRefusal(said: readonly Word[]): readonly Word[] | undefined {
  let words = withoutJoint(said);
  for (let led = phraseAt(leading, words, 0); led > 0; led = phraseAt(leading, words, 0)) {
    // «لا تتصلون»: there the no is the prohibition.
    if (isVerb(words[0], words[1])) return words.slice(1);
    words = words.slice(led);
  }
  const length = phraseAt(refusals, words, 0) || phraseAt(forbidding, words, 0);
  if (length > 0) return words.slice(length);
  return prohibition.test(words[0]?.key ?? "") || prohibition.test(words[0]?.text ?? "") ? words : undefined;
}

const isVerb = (no: Word | undefined, verb: Word | undefined): boolean =>
  no?.key === "لا" && /^ت[\u0620-\u064a]{2,}$/.test(verb?.key ?? "");

function isOwnWish(task: Task, form: Form, rest: readonly Word[]): boolean {
  const told = rest.filter(({ text, key }) => !small.has(text) && !small.has(key));
  const [head] = rest;
  if (head && (butFor.test(head.key) || butFor.test(head.text))) return false;
  if (
    told.some(({ text, key }) => ofUs.test(key) || ofUs.test(text) || placing.test(key) || placing.test(text))
  )
    return false;
  if (!head || told.length < 2 || ofAll.has(head.text) || ofAll.has(head.key)) return false;
  if (told.some(({ text }) => text === "anymore" || text === "خلاص")) return false;
  if (told.some(({ text, key }) => calling.test(text) || calling.test(key)))
    return told.length > 2 || isTimed(rest);
  if (hintsOf(task, form.spec, form.open).replaced.size > 0) return false;
  if (namesRequest(form, told)) return false;
  if (namesHeld(task, form)) return false;
  const said = [task.guess(rest), task.guess(task.words)].flat();
  if (said.some(({ label, chance }) => heardFirst.has(label) && chance >= chances.clear)) return false;
  const [top] = task.guess(rest);
  const isOther =
    top && top.label !== form.open.service && task.context.services.some(({ id }) => id === top.label);
  return !isOther || top.chance < chances.likely;
}

/** «ما ابي غير موظف»: what stands behind it is wanted. */
const butFor = /^(?:غير|الا|سوي|except|but|other)$/;
/** What we do, or how: «خدمتكم», "your service", «أسلوب الموظف». */
const ofUs = /^(?:.{2,}(?:كم|كو)|you|your|u|ur|الموظفين?|staff|employee)$/;
/** The placing itself is not to be yet: no wish of whoever does the work. */
const placing =
  /^(?:place|placed|placing|send|confirm|submit|[تن]?عتمدو?ا?|[تن]?رسلو?ن?ا?|[تن]?حجزو?ا?|[تن]?سجلو?ا?)$/;
/** These are heard for themselves. */
const heardFirst = new Set(["complaint", "human_agent"]);

/** «ما ابي جدة» where it is Jeddah: a value is denied, and something else is to be there. */
function namesHeld(task: Task, { spec, open }: Form): boolean {
  const { fields } = valuesFor(task, spec, undefined, true);
  return Object.entries(fields).some(isHeldIn(open.values));
}

const isTimed = (words: readonly Word[]): boolean =>
  words.some(
    ({ text, key }) =>
      /^(?:بعد|قبل|وقت|في|الا|after|before|at|during|until|ba3d|abl|2abl)$/.test(key) ||
      /^(?:after|before)$/.test(text),
  );

/** «ما ابي حجز فندق»: nothing but the service's own name is refused. */
function namesRequest({ spec }: Form, told: readonly Word[]): boolean {
  const names = new Set([...wordsOf(spec.title.ar), ...wordsOf(spec.title.en)].map(({ key }) => bare(key)));
  return told.every(({ key }) => names.has(bare(key)));
}

const bare = (key: string): string => key.replace(/^(?:ال|لل|بال)(?=..)/, "");
