/** What a customer no longer wants: a question that is put off, the open form for another wish, a form that waits behind it. */
import type { ReadingContext, ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import { fieldsNamed } from "../form/correction.ts";
import { namesAnother } from "../form/leads-away.ts";
import type { Form } from "../form/open-form.ts";
import { refusals } from "../form/unwanted.ts";
import { findPhrases, hasPhrase, type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import { type Task, topOf } from "../requests.ts";
import { cuesOf } from "../values/cues.ts";
import type { Word } from "../words.ts";
import type { Meaning } from "./clause-reads.ts";
import type { Clause } from "./clauses.ts";
import { forgetting, skipsBeside } from "./commands.ts";

type Open = NonNullable<ReadingContext["open"]>;

/** Said of the form that is open, beside another wish. */
const givenUp = phrasesOf(
  "سيبك من|سيبكم من|سيبكو من|دعك من|دعكم من|دعونا من|خلك من|خلكم من|اتركوا|خلاص ما ابي|خلاص ما ابغي|ما ابيه|ما ابيها|ما ابغاه|ما ابغاها|ما عاد ابي|ما عاد ابيه|ما عاد ابيها|بطلت|هونت|بلاش|كنسل|كنسلوا|الغ|الغي|الغوا|الغوه|الغوها|غيرت رايي|تراجعت|صرفت النظر|صرفنا النظر|لم اعد اريد|لم نعد نريد|لم اعد احتاج|خلاص مش عايز|خلاص مش عايزه|مش عايزه خلاص|مش عايز خلاص|لا خلاص",
  "forget it|forget about it|forget that|forget about that|never mind|nevermind|cancel that|cancel it|cancel the|scrap that|scrap the|drop it|drop that|drop the|changed my mind|change my mind|no longer need|don't need it|dont need it|don't want it anymore",
  "khalas mabi|khalas ma abi|ma abeeh|ma abeeha|batalt|hawent|balash|kansel|8ayart ra2yi|ghayart rayi",
);

/** Said of a thing that was mentioned before. */
const noNeed = phrasesOf(
  "لا داعي|لا داعي له|لا داعي لها|ماله داعي|مالها داعي|ما له داعي|ما لها داعي|ما يحتاج|ما تحتاج|ما نحتاجه|ما نحتاجها|ما احتاجه|ما احتاجها|لا حاجه|لا نحتاج|لا احتاج|مو لازم|مش لازم|مش محتاج|مش محتاجه|مش محتاجين|مش محتاجينه|مش محتاجينها|لم نعد نحتاج|لم اعد احتاج|انسى|انسوا",
  "no need|not needed|no longer needed|don't need|dont need|do not need|won't need|wont need|no longer need|not necessary|forget the|forget about the|mala da3i|mo lazem|mesh lazem|mesh me7tag|ma a7taj",
);

/** The open form is given up where the message says so and wants something else in the same breath. */
export function leaving(task: Task, away: readonly Meaning[], form: Form): Understanding[] {
  const { parts, context } = task;
  const { service } = form.open;
  const other = away.some((meaning) => {
    const { label } = topOf(meaning);
    if (meaning.rule || !context.services.some(({ id }) => id === label)) return false;
    return label !== service || namesAnother(task, meaning, form);
  });
  if (away.some(({ rule }) => rule?.type === "cancel")) return [];
  const said = parts.clauses.some(({ words }) => hasPhrase(givenUp, words));
  if (!other) return [];
  if (said) return [{ type: "cancel" }];
  return refusesOpen(task) ? [{ type: "not_meant", services: [service] }] : [];
}

const noes = /^(?:لا|لأ|لاا|لالا|كلا|no|nope|nah|la|la2|laa)$/;

/** «لا مو توصيل، ابي اخزنه»: a no, what it is not, and what it is: the form that was begun was not meant. */
function refusesOpen({ parts, words }: Task): boolean {
  const [first] = words;
  if (!first || !(noes.test(first.text) || noes.test(first.key)) || parts.denied.length === 0) return false;
  return !parts.clauses.some(({ also }) => also);
}

/** "Forget it, I want to send a parcel": the value beside the other wish is that wish's, and corrects nothing. */
export function leavesForAnother(task: Task, form: Form): boolean {
  const { parts, meanings, context } = task;
  const { service } = form.open;
  if (!parts.clauses.some(({ words }) => hasPhrase(givenUp, words)) && !refusesOpen(task)) return false;
  return meanings.some((meaning) => {
    const { label, chance } = topOf(meaning);
    if (meaning.rule || chance < chances.clear) return false;
    if (label === service) return namesAnother(task, meaning, form);
    return meaning.asked && context.services.some(({ id }) => id === label);
  });
}

/** «المندوب ما يحتاج»: the form that waits behind the open one is dropped, where the words beside that are about its service. */
export function dropsWaiting(task: Task): Understanding | undefined {
  return droppedIn(task)?.drops;
}

/** The clause that drops a form, and what it drops. */
export type Dropped = { readonly drops: Extract<Understanding, { type: "cancel" }>; readonly clause: Clause };

export function droppedIn({ parts, context, guess }: Task): Dropped | undefined {
  const waiting = context.open?.waiting ?? [];
  for (const clause of parts.clauses) {
    const words = withoutNoes(clause.words);
    const left = without(enough, without(refusals, without(noNeed, without(givenUp, words))));
    if (left.length === 0 || left.length === words.length) continue;
    const isForgotten = phraseAt(forgetting, words, 0) > 0 && left.length <= mostNamed;
    if (waiting.length === 0 && !isForgotten) continue;
    const services = guess(left).filter(({ label }) => context.services.some(({ id }) => id === label));
    const [best] = services;
    // What waits is spoken of sooner than anything else: half as likely will do.
    if (best && best.chance >= chances.likely / 2 && waiting.includes(best.label))
      return { drops: { type: "cancel", service: best.label }, clause };
    const named = left.length <= mostNamed ? namedAmong(services, waiting, context.open?.service) : undefined;
    if (named !== undefined) return { drops: { type: "cancel", service: named }, clause };
    // "No, forget the parcel" under the parcel's own question.
    if (
      best &&
      best.chance >= chances.likely &&
      isForgotten &&
      parts.clauses.length === 1 &&
      best.label === context.open?.service
    )
      return { drops: { type: "cancel" }, clause };
  }
  return undefined;
}

/** «الشحنة»: which of the forms at hand a word or two name, where one that waits is far likelier than the open one and every other. */
function namedAmong(
  services: readonly { readonly label: string; readonly chance: number }[],
  waiting: readonly string[],
  open: string | undefined,
): string | undefined {
  const [first, next] = services.filter(({ label }) => label === open || waiting.includes(label));
  return first && first.label !== open && first.chance > farLikelier * (next?.chance ?? 0)
    ? first.label
    : undefined;
}

const farLikelier = 5;

/** Behind and before it: «لا خلاص انسوا الشحنة», «مش عايز الطرد خلاص». */
const enough = phrasesOf("خلاص|خلص|بعد|now|anymore|any more|after all|thanks|khalas|5alas");
function withoutNoes(words: readonly Word[]): readonly Word[] {
  // «لا داعي للمندوب», "no need for the courier": there the no is the phrase's own.
  if (phraseAt(noNeed, words, 0) > 0) return words;
  const from = words.findIndex(({ text }) => !answersNo.test(text) && !/^(?:خلاص|khalas|5alas)$/.test(text));
  return words.slice(Math.max(0, from));
}

/** A no before what is forgotten answers nothing. */
const answersNo = /^(?:no|nope|nah|actually|ok|okay|la|la2|laa|لا|لاا|لأ)$/;
/** Words that name the service that is forgotten, and no value. */
const mostNamed = 2;

/** The words outside such phrases. */
function without(phrases: Phrases, words: readonly Word[]): readonly Word[] {
  const found = findPhrases(phrases, words);
  return words.filter((_, at) => !found.some(({ index, length }) => at >= index && at < index + length));
}

/**
 * «ما ادري كم وزنها» under that very question; «العنوان الوطني بعدين» while something else is asked for: a field that is named, and nothing but
 * "I don't know" or "later" said of it.
 */
export function putOff({ words }: Task, spec: ServiceSpec, open: Open): Understanding | undefined {
  if (open.awaiting === "nothing" || words.length > 10) return undefined;
  if (findPhrases(skipsBeside.skipping, words).length === 0) return undefined;
  const asked = spec.fields.find(({ name }) => name === open.asked);
  if (asked && words.every((_, index) => isAbout(words, index, cuesOf(asked).phrases)))
    return { type: "skip" };
  const [field, another] = fieldsNamed(words, spec);
  if (field === undefined || another !== undefined || open.filled.includes(field)) return undefined;
  const named = spec.fields.find(({ name }) => name === field);
  if (!named || !words.every((_, index) => isAbout(words, index, cuesOf(named).names))) return undefined;
  return field === open.asked ? { type: "skip" } : { type: "skip", field };
}

/** Is the word part of "later", of what is not at hand, or of the field's name? */
function isAbout(words: readonly Word[], index: number, names: Phrases): boolean {
  const lists = [skipsBeside.skipping, skipsBeside.beside, names];
  for (let from = Math.max(0, index - 4); from <= index; from++)
    if (lists.some((list) => from + phraseAt(list, words, from) > index)) return true;
  return false;
}
