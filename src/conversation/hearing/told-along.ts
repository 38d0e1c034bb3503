/**
 * What a message tells in clauses of its own beside the values that it gives («عقد إيجار تجاري، المؤجر يريد إخلائي قبل نهاية المدة»): kept with
 * the request in the customer's words, since no field takes it. Only statements, as told-besides.ts has them; an e-mail address or a name in any place.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { findLoneName, findPersonNames, introducesSelf } from "../../language/people/names.ts";
import { blames } from "../../language/replies/blames.ts";
import { toldBehind } from "../../language/replies/told-behind.ts";
import { flowOf } from "../flow/pinned.ts";
import { keepNote } from "../form/keep-note.ts";
import { soundsLikeCorrection } from "../reading/commands.ts";
import { activeDraft, type Work } from "../work.ts";
import { namesExtra } from "./notes.ts";
import { asksAtEnd, hurries, isTold } from "./tells-something.ts";

/** A comma or a full stop, not that of a number; a new line. */
const bounds = /[،,.;؛!]+(?=\s|$)|\n+/u;

/** Keeps them with the form that the message began or goes on with. */
export function noteToldAlong(work: Work, understandings: readonly Understanding[], text: string): void {
  const draft = activeDraft(work);
  const elsewhere = understandings.some(
    (one) => one.type === "request" && (one.first || one.service !== draft?.service),
  );
  if (!draft || elsewhere || work.said?.content.type === "edit") return;
  const { questions } = flowOf(work.catalogue, draft);
  const beside = besideChange(understandings, text);
  const told =
    beside.length > 0
      ? beside
      : toldAlong(understandings, text, {
          names: questions.every(({ type }) => type !== "person_name"),
          // Where the form asks what it is about, words without an "and" belong to that.
          unjoined: questions.every(({ story }) => story === undefined),
        });
  if (told.length > 0) keepNote(work, draft, told.join(told[0] && isLatin(told[0]) ? ", " : "، "));
}

/** «3 nights not 2, and early check in please», «العدد ١٥، ونرجو تجهيز القهوة»: what is wished for in a clause of its own beside a change. */
export function besideChange(understandings: readonly Understanding[], text: string): readonly string[] {
  const given = understandings.filter(({ type }) => !courtesies.has(type));
  const spans = given.flatMap((one) =>
    one.type === "correct" || one.type === "answers" ? Object.values(one.fields) : [],
  );
  const only = given.every(({ type }) => type === "correct" || type === "answers");
  if (!only || spans.length === 0 || given.every(({ type }) => type !== "correct")) return [];
  return clausesOf(text)
    .filter((clause) => !overlapsAny(clause, spans))
    .map(({ start, end }) => text.slice(start, end).trim().replace(joint, ""))
    .filter((words) => namesExtra(words) || (hopes.test(words) && !/\p{Nd}|[?؟]/u.test(words)))
    .filter((words) => !soundsLikeCorrection(words) && !asksAtEnd.test(words) && !blames(words));
}

const hopes = /^و?(?:نرجو|[أا]رجو|الرجاء|رجاء|نرغب|نتمنى|[أا]تمنى)\s+\S+\s+\S+/u;

const isLatin = (words: string): boolean => /^\P{L}*\p{Script=Latin}/u.test(words);

/**
 * The clauses of a message that none of its values stands in, and that tell something; with them e-mail addresses and, where `names` says that the form
 * has no question for them, the name that somebody gives as theirs. None where the message asks for more than one thing.
 */
export function toldAlong(
  understandings: readonly Understanding[],
  text: string,
  { names = false, unjoined = false }: { readonly names?: boolean; readonly unjoined?: boolean } = {},
): readonly string[] {
  const [giving, ...others] = understandings.filter(({ type }) => !courtesies.has(type));
  if (!giving || others.length > 0 || (giving.type !== "request" && giving.type !== "answers")) return [];
  const spans = [...Object.values(giving.fields), ...Object.values(giving.bad ?? {})];
  if (spans.length === 0) return [];
  return clausesOf(text).flatMap((clause) => {
    const words = text.slice(clause.start, clause.end).trim();
    if (giving.type === "request" && notThis.test(words)) return [];
    if (!overlapsAny(clause, spans))
      return isTold(words) || (names && !hurries.test(words) && findLoneName(words))
        ? [words.replace(joint, "")]
        : [];
    const beside = [...emailsIn(text, clause), ...(names ? nameIn(text, clause, spans) : [])];
    return beside.length > 0 ? beside : tailIn(text, clause, spans, unjoined);
  });
}

/** «من بكره ويكون فيه حراسة», "… and it should have a guard", «… ظهري راح من شيل كراتين»: what is told behind the last value of a clause. */
function tailIn(text: string, clause: Span, spans: readonly Span[], unjoined: boolean): readonly string[] {
  const last = Math.max(...spans.filter((span) => overlapsAny(clause, [span])).map(({ end }) => end));
  const behind = toldBehind(text.slice(clause.start, clause.end));
  if (behind !== undefined && clause.start + behind >= last)
    return [
      text
        .slice(clause.start + behind, clause.end)
        .trim()
        .replace(led, ""),
    ];
  const tail = text.slice(Math.min(last, clause.end), clause.end).trim();
  const told = tail.replace(joint, "");
  if (!joined.test(tail)) return unjoined && isTold(tail) ? [tail] : [];
  if (either.test(tail)) return [tail];
  if (wishedSo.test(told) || alsoThat.test(told)) return tokens(told).length >= 2 ? [told] : [];
  return isTold(told) ? [told] : [];
}

/** Behind a value: «ويكون», "and". */
const joined = /^(?:(?:and|but|w|so|or|aw|او|أو)\s|و\p{L}{2,})/iu;
/** «او بعد بكرة»: another that would do. */
const either = /^(?:or|aw|او|أو)\s/iu;
/** A «و» is taken off only where the word goes on without it. */
const joint =
  /^(?:(?:and|but|w|so)\s+|و(?=(?:ال|لل|[يت]كون|[اأ]?ب[يغ]\p{L}*|عايز\p{L}*|عاوز\p{L}*|لازم|يلزم|ضروري|في(?:ها|ه)|علي(?:ها|ه)|يفضل|يا|تر[اىي]|انا|أنا|هو|هي|هم|خل\p{L}*|مع\p{L}*|عند\p{L}*|لو|من|في)(?:\s|\p{L})))/iu;
/** The word that joins it is no part of it, a «بس» or "but" included. */
const led = /^(?:(?:and|but|w|we|so|bs|bas|بس|لكن)\s+|و(?=\p{L}{2}))/iu;
/** «يكون مكيف», «ابيه مكيف», "it should be cool": how the thing is to be. */
const wishedSo =
  /^(?:[يت]كون(?:ون|وا)?|(?:[اأ]?ب[يغ]\p{L}?|عايز|عاوز)(?:ه|ها|هم)|لازم [يت]كون|y[e]?koon|(?:it|they|he|she) (?:should|must|has to|have to|needs? to)|must|should)\s/iu;
/** «الموية بعد», "the water one too": one more, which no field takes. */
const alsoThat = /\s(?:بعد|كمان|برضو|برضه|ايضا|أيضا|أيضًا|too|also|as well|kaman|kman|ba3ad)$/iu;

/** "email is sam@example.com phone …" */
function emailsIn(text: string, { start, end }: Span): readonly string[] {
  return [...text.slice(start, end).matchAll(email)].map(([address]) => address);
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** «0544… اسمي ماجد»: with the words that lead to the name. */
function nameIn(text: string, clause: Span, spans: readonly Span[]): readonly string[] {
  const words = text.slice(clause.start, clause.end);
  const [name] = introducesSelf(words) ? findPersonNames(words) : [];
  if (!name) return [];
  const at = { start: clause.start + name.start, end: clause.start + name.end };
  if (overlapsAny(at, spans)) return [];
  const from = Math.max(clause.start, ...spans.map(({ end }) => end).filter((end) => end <= at.start));
  return [text.slice(from, at.end).trim()];
}

/** «لم أطلب شراء دراجة، بل …», "Don't search any supplier, …": what a request is not. */
const notThis = /^(?:ليس|ليست|لست|لسنا|لم|مش|مب|not|no|don't|dont|isn't)\s/iu;

const courtesies: ReadonlySet<Understanding["type"]> = new Set(["greeting", "thanks"] as const);

type Span = { readonly start: number; readonly end: number };

function clausesOf(text: string): Span[] {
  let start = 0;
  return text.split(bounds).map((clause) => {
    const from = text.indexOf(clause, start);
    start = from + clause.length;
    return { start: from, end: start };
  });
}
