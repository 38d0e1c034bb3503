/** What a message, or the part of it that is no wish of its own, answers to the open form. */
import type { FieldSpec, Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { phraseAt } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { cuesOf } from "../values/cues.ts";
import { type Extracted, extractFields } from "../values/extract.ts";
import type { Extraction } from "../values/extraction.ts";
import { withoutKnownWords } from "../values/known-words.ts";
import { namesOfBoth } from "../values/speaks-for.ts";
import type { Span, Word } from "../words.ts";
import { addressesTold, otherAddresses } from "./addresses-told.ts";
import { withName, withOnlyPhone } from "./beside-answer.ts";
import { hintsOf } from "./correction.ts";
import { directAnswer, withSharedWords } from "./free-answer.ts";
import { isAllSaid } from "./lead-ins.ts";
import {
  besideAddress,
  closedTypes,
  loneGoods,
  loneWords,
  otherValues,
  wholeAddress,
} from "./lone-answer.ts";
import { fullerName } from "./lone-name.ts";
import { withNameOfKin } from "./name-of-kin.ts";
import { baseOf, type Form, insideOf, isFree, partition } from "./open-form.ts";
import { personAtAddress } from "./person-at-address.ts";
import { placeRefined } from "./place-refined.ts";
import { isTalk, tellsAgain } from "./told-before.ts";

/** Answers and corrections; `span`: only what stands there. */
export function answersIn(task: Task, form: Form, span: Span | undefined): Understanding[] {
  const { open, asked } = form;
  const both = span === undefined ? namesOfBoth(task, form) : undefined;
  if (both) return both;
  const fuller = asked?.type === "person_name" ? undefined : fullerName(task, form.spec, open);
  if (fuller && span === undefined) return [{ type: "correct", fields: Object.fromEntries([fuller]) }];
  const base = baseOf(task, form, span);
  const inside = insideOf(task, span);
  if (!asked || open.awaiting !== "answer") return partition(withName(task, base, inside), open);
  const asking = { task, form, asked, base, inside };
  return isFree(asked) ? freeAnswers(asking) : closedAnswers(asking);
}

/** A message under an open question. `inside`: its words that may answer it. */
type Asking = {
  readonly task: Task;
  readonly form: Form;
  readonly asked: FieldSpec;
  readonly base: Extraction;
  readonly inside: readonly Word[];
};

/** Under a question of a closed type: its values, a few bare words, or what is held said anew. */
function closedAnswers({ task, form, asked, base, inside }: Asking): Understanding[] {
  const found = partition(withName(task, { ...base, asked: asked.name }, inside), form.open);
  if (found.length > 0) return found;
  const lone = loneWords(task, base, inside) ?? loneGoods(task, base, inside);
  if (lone) return [{ type: "answers", fields: lone }];
  const narrower = placeRefined(task, form, inside);
  if (narrower) return [narrower];
  const bad = asked.type === "phone" ? badPhone(task, asked) : undefined;
  return bad ? [bad] : saidAgain(task, form, inside);
}

/** Under a question that any words would answer: values of other fields first, then the words themselves. */
function freeAnswers(asking: Asking): Understanding[] {
  const { task, form, asked, base, inside } = asking;
  const { open } = form;
  const read = withNameOfKin(task, form, readBeside(asking));
  const isText = asked.type === "text" && !asked.format;
  const when = isText ? onlyWhen(task, base, inside) : undefined;
  if (when) return partition(when, open);
  const extracted = isText
    ? withSharedWords(withoutOtherTexts(task, form, read), base)
    : { ...read, shared: false };
  const inWords = extracted.shared && inside.length > 1;
  const others = asked.name in extracted.fields || inWords ? undefined : instead(asking, isText);
  if (others) return others;
  const bare = isText ? withoutKnownWords(extracted, asked, base) : extracted;
  const changes = Object.keys(bare.fields).some((name) => open.filled.includes(name));
  const person =
    asked.type === "address" && !/[?؟]/.test(task.text) ? personAtAddress(task, form, inside) : undefined;
  if (person) {
    const [name, found] = person.name;
    const address = directAnswer(task, asked, person.own, bare, base);
    if (address)
      return partition({ ...bare, fields: { ...bare.fields, [name]: found, [asked.name]: address } }, open);
  }
  const told =
    asked.type === "address" && !/[?؟]/.test(task.text)
      ? addressesTold(task, form, asked, inside)
      : undefined;
  const direct = changes ? undefined : directAnswer(task, asked, told?.own ?? inside, bare, base);
  if (told) {
    const fields = { ...bare.fields, ...otherAddresses(task, form, asked, told, bare.used) };
    return partition({ ...bare, fields: { ...fields, ...(direct && { [asked.name]: direct }) } }, open);
  }
  if (!direct) return partition(extracted, open);
  return partition({ ...bare, fields: { ...bare.fields, [asked.name]: direct } }, open);
}

/** Digits are no part of a name («سعود الحربي 0561239900» gives both), nor is a day of a street («شارع الأميرة بكرة العصر»). */
function readBeside({ task, asked, base }: Asking): Extracted {
  const types = asked.type === "address" ? { types: besideAddress } : {};
  const isAddress = asked.type === "address" && findAddresses(task.text).length > 0;
  const cuesOnly = asked.type !== "person_name" && !isAddress;
  const extraction = { ...base, ...types, asked: asked.name, cuesOnly };
  return withOnlyPhone(task, extraction, extractFields(extraction));
}

/** What the words are where they are no answer: values of other questions, an address, things, or talk about what was said. */
function instead({ task, form, asked, base, inside }: Asking, isText: boolean): Understanding[] | undefined {
  const others = otherValues(base, asked, inside);
  if (others) return partition(others, form.open);
  const lone = asked.type === "text" ? loneAddress(task, base, inside) : undefined;
  if (lone) return lone;
  const things = asked.type === "address" ? loneGoods(task, base, inside) : undefined;
  if (things) return [{ type: "answers", fields: things }];
  // «قلتلك من الرياض»: what was said before is said again, whatever is asked.
  const repeats = isTalk(inside) && !(isText && tellsAgain(inside));
  return repeats ? partition(extractFields({ ...base, cuesOnly: true }), form.open) : undefined;
}

/** "As slides, on my desk 10 December": values of other questions, one of them a day, and beside them only what leads to it. */
function onlyWhen(task: Task, base: Extraction, inside: readonly Word[]): Extracted | undefined {
  const read = extractFields(base);
  const days = Object.entries(read.fields).flatMap(([name, field]) =>
    base.spec.fields.some((one) => one.name === name && one.type === "date") ? [field] : [],
  );
  const [day] = days;
  if (!day) return undefined;
  const left = inside.filter((word) => !overlapsAny(word, read.used));
  const before = left.filter(({ end }) => end <= day.start).slice(-mostBeforeDay);
  const leads = before.findIndex(({ text, key }) => leadsToDay.test(text) || leadsToDay.test(key));
  const beside = leads < 0 ? left : left.filter((word) => !before.slice(leads).includes(word));
  const isLed = leads >= 0 && /^\s*$/.test(task.text.slice(before.at(-1)?.end, day.start));
  return isLed && beside.every(({ text }) => small.test(text)) ? read : undefined;
}

const mostBeforeDay = 4;
const leadsToDay = /^(?:on|by|before|until|قبل|بحلول|حتي|لحد|gabl|2abl|abl)$/;
const small = /^(?:as|a|an|the|in|on|for|please|pls|and|و|في|على|ك|fe|bs|bas)$/;

/** «السيارة كانت في الورشة»: under a question for words a known word of another such question is theirs, unless words lead to it. */
function withoutOtherTexts({ words }: Task, { spec, open }: Form, read: Extracted): Extracted {
  if (words.length <= 2) return read;
  const others = spec.fields.filter(({ name, type, format }) => {
    const isText = type === "text" && !format && name !== open.asked;
    return isText && read.fields[name] !== undefined;
  });
  const taken = others.flatMap((field) => {
    const found = read.fields[field.name];
    return found && !isLedTo(field, found, words) ? [{ ...found, name: field.name }] : [];
  });
  if (taken.length === 0) return read;
  const fields = Object.fromEntries(
    Object.entries(read.fields).filter(([name]) => !taken.some((one) => one.name === name)),
  );
  const used = read.used.filter((span) => !overlapsAny(span, taken));
  return { ...read, fields, used };
}

/** Does a cue or the field's own name stand before the value, or begin it? */
function isLedTo(field: FieldSpec, { start, end }: Span, words: readonly Word[]): boolean {
  const { phrases, kept, prefixes } = cuesOf(field);
  const before = words.filter((word) => word.start < end);
  const isCue = before.some(
    (word, at) => word.end <= start && (phraseAt(phrases, before, at) > 0 || phraseAt(kept, before, at) > 0),
  );
  const first = before.find((word) => word.end > start);
  return isCue || prefixes.size > 0 || (first !== undefined && phraseAt(kept, [first], 0) > 0);
}

/** Digits alone under a question for a phone that are none. */
function badPhone({ text, words }: Task, { name }: FieldSpec): Understanding | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !words.every((word) => /^\d+$/.test(word.text))) return undefined;
  if (words.reduce((sum, word) => sum + word.text.length, 0) < 4) return undefined;
  const [start, end] = [first.start, last.end];
  const bad = { [name]: { text: text.slice(start, end), start, end, reason: "bad_phone" as const } };
  return { type: "answers", fields: {}, bad };
}

/** Nothing but a new value for what the form holds («الأربعاء», when a day is known): it changes that. */
function saidAgain(task: Task, form: Form, inside: readonly Word[]): Understanding[] {
  const hints = hintsOf(task, form.spec, form.open);
  const extracted = extractFields({
    ...baseOf(task, form, undefined),
    types: closedTypes,
    correcting: hints,
  });
  return isAllSaid(inside, extracted.used) ? partition(extracted, form.open) : [];
}

/** «الخامسة عصرًا», «العصر يناسبنا» under a read-back: nothing but a new value for what it holds. */
export function valueAlone(task: Task, form: Form): Understanding | undefined {
  if (form.open.awaiting !== "read_back" || /[?؟]/.test(task.text)) return undefined;
  const inside = insideOf(task, undefined).filter(({ text, key }) => !suits.test(text) && !suits.test(key));
  const [one, another] = inside.length > 0 ? saidAgain(task, form, inside) : [];
  if (one?.type !== "correct" || another || one.bad) return undefined;
  return Object.values(one.fields).every(({ text }) => inWords.test(text)) ? one : undefined;
}

/** A bare number may be of anything: «ايه ٢٩٠٠ تمام». */
const inWords = /\p{L}{2}/u;
const suits =
  /^(?:[تي]?ناسب(?:نا|ني)|مناسب(?:نا|ني|ه)?|احسن|افضل|اريح|انسب|لنا|لي|خلوها|خليها|خلها|خلوه|خليه|ترا|better|suits|works|me|us|best|a7san)$/;

/** Under a question for free words an address is the form's own address, or is asked for again: never contents. */
function loneAddress(task: Task, base: Extraction, inside: readonly Word[]): Understanding[] | undefined {
  const { spec, filled } = base;
  const wanted = spec.fields.filter(({ type, name }) => type === "address" && !filled?.includes(name));
  if (wanted.length === 0 || !wholeAddress(task.text, inside)) return undefined;
  const lone = loneWords(task, base, inside);
  return lone ? [{ type: "answers", fields: lone }] : [];
}
