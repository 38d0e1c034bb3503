/**
 * Several of an open list asked for in one breath («تجديد الإقامة ونقل ملكية السيارة»): each is a request of its own, with what stands
 * beside it. Only where an "and" or a comma joins two that are named; everything else is one request.
 */
import type { AnswerValue } from "../../domain/answer.ts";
import type { ReadField, ReadFields, ServiceSpec } from "../../domain/understanding.ts";
import { stemOf } from "../learning/stems.ts";
import type { Candidate } from "../values/candidate.ts";
import { findOptions } from "../values/options.ts";
import { thingAmong } from "../values/told-papers.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { asksAtFront } from "./asking.ts";

/** A part of the message, and which option it names. */
export type NamedPart = Span & { readonly named?: Candidate };

/** The parts of the message, one for each option that is named; one part, the whole, where there are no two. */
export function partsOfSeveral(
  text: string,
  words: readonly Word[],
  spec: ServiceSpec,
  whole: Span,
): readonly NamedPart[] {
  const lists = new Set(spec.fields.filter(({ hasFacts }) => hasFacts).map(({ name }) => name));
  const named = findOptions(text, words, spec)
    .filter(({ field, start, end }) => field && lists.has(field) && start >= whole.start && end <= whole.end)
    .map((option) => ({ option, start: thingIn(words, option)?.start ?? option.start }))
    .sort((a, b) => a.start - b.start || a.option.start - b.option.start);
  const [first] = named;
  if (!first) return [whole];
  const found: Named[] = [{ ...first, joint: first.start }];
  for (const one of named) {
    const last = found.at(-1) ?? first;
    if (one.option.value === last.option.value || one.start <= last.start) continue;
    const joint = jointBefore(text, words, one.start);
    if (joint === undefined) return [whole];
    found.push({ ...one, joint });
  }
  const all = withRepeated(text, words, found);
  return all.map(({ option, joint }, n) => ({
    start: n === 0 ? whole.start : joint,
    end: all[n + 1]?.joint ?? whole.end,
    named: option,
  }));
}

/** `start`: the thing's own; `joint`: that of what leads to it. */
type Named = { readonly option: Candidate; readonly start: number; readonly joint: number };

/** «تجديد إقامة السواق وإقامة الشغالة»: the same thing once more, joined by an "and". */
function withRepeated(text: string, words: readonly Word[], found: readonly Named[]): readonly Named[] {
  return found.flatMap((one, n) => {
    const thing = words.find(({ start }) => start === one.start);
    const until = found[n + 1]?.start ?? Number.POSITIVE_INFINITY;
    const again = words.flatMap(({ start, key }) => {
      const isAgain =
        start > one.start && start < until && stemOf(withoutAnd(key)) === stemOf(thing?.key ?? "");
      const joint = isAgain ? jointBefore(text, words, start) : undefined;
      return joint === undefined ? [] : [{ ...one, start, joint }];
    });
    return [one, ...again];
  });
}

const withoutAnd = (key: string): string => key.replace(/^و(?=.{4})/u, "");

/**
 * What each part says; «… وأعمل له خروج وعودة» is for whoever the part before it is for. The same thing once more is a request of its own
 * only for somebody else.
 */
export function fieldsOfSeveral(
  words: readonly Word[],
  spec: ServiceSpec,
  parts: readonly NamedPart[],
  valuesIn: (part: Span) => ReadFields,
): readonly ReadFields[] {
  const owner = spec.fields.find((field) => field.owner)?.name ?? "";
  const found: { readonly fields: ReadFields; readonly named?: Candidate }[] = [];
  for (const { named, ...span } of parts) {
    const said = wordsIn(words, span);
    const own = { ...valuesIn(span), ...optionIn(named) };
    const last = found.at(-1);
    const isTheirs = said.some((word) => dative.test(word.key) || dative.test(word.text));
    const whose = own[owner] ?? (isTheirs ? last?.fields[owner] : undefined);
    if (last && last.named === named && !whose)
      found.splice(-1, 1, { ...last, fields: { ...own, ...last.fields } });
    else found.push({ fields: { ...own, ...(whose && { [owner]: whose }) }, ...(named && { named }) });
  }
  return found.map(({ fields }) => fields);
}

const fieldOf = ({ text, start, end }: Candidate, value: AnswerValue): ReadField => ({
  value,
  text,
  start,
  end,
});

function optionIn(option: Candidate | undefined): ReadFields {
  if (option?.field === undefined || option.value === undefined) return {};
  return { [option.field]: fieldOf(option, option.value) };
}

/** «له», "her": for whoever was named before. */
const dative =
  /^(?:(?:اعمل|نعمل|اسوي|سو[يو]?|سووا|اطلع|طلع|طلعوا)?(?:له|لها|لهم|لهن|ليه|ليها|ليهم)|loh|lo|leh|laha|leeha|liha|lohom|lahom|him|her|them)$/u;

function thingIn(words: readonly Word[], { start, end }: Span): Word | undefined {
  const first = words.findIndex((word) => word.start === start);
  return thingAmong(
    words,
    first,
    words.findIndex((word) => word.end === end),
  );
}

const and = new Set("and also plus & then w we wa و كمان وكمان كمن برضو وبرضو بعد وبعد ثم".split(" "));

/** Words that may stand between the "and" and the thing: whose it is, for whom, that it is wanted, and that it is to be made. */
const between = new Set(
  [
    "my own our the a an his her their this of for on him them us me it i we he she they need needs want wants would like please renew renewal make get do issue issuance apply extend application visa",
    "ال له لها لهه لهم لي لنا عليه عليها ابي ابغي ابغا نبي نبغي عايز عايزه عاوز عاوزه محتاج محتاجه احتاج نحتاج اريد نريد ودي يبي يبغي تبي تبغي عايزين عاوزين لازم يلزمه يلزمها يحتاج تحتاج محتاجين",
  ].flatMap((line) => line.split(" ")),
);

/** «أعمله», «نطلع لها», «وسووا», «إصدار»: it is to be made. */
const making =
  /^(?:[انتي]?(?:عمل|سو|سوي|طلع|طلب|جدد|خلص|صدر|ستخرج|قدم|مدد|جيب|ستخرج)(?:وا|و|ي)?(?:ل?(?:ي|نا|ه|ها|هم))?|(?:ال)?(?:اصدار|استخراج|عمل|طلب|تمديد|تجديد|تقديم|معامله|تاشيره|فيزا|ورقه|ورق))$/;

const mayStandBetween = ({ text, key }: Word): boolean =>
  text.endsWith("'s") || between.has(text) || between.has(key) || making.test(key);

/** Where the "and" begins that leads to the word at `start`, before it or written together with it; undefined where none does. */
function jointBefore(text: string, words: readonly Word[], start: number): number | undefined {
  let index = words.findIndex((word) => word.start === start);
  if (/^و[\u0620-\u064a]{3}/.test(words[index]?.text ?? "")) return start;
  for (; index > 0; index--) {
    const [before, word] = [words[index - 1], words[index]];
    if (!before || !word) return undefined;
    if (/[،,+&]/.test(text.slice(before.end, word.start))) return word.start;
    if (and.has(before.text) || and.has(before.key)) return before.start;
    // «… وأعمل لها خروج وعودة»
    const behindAnd = /^و(?<rest>.{2,})$/u.exec(before.key)?.groups?.rest;
    if (behindAnd && mayStandBetween({ ...before, text: behindAnd, key: behindAnd })) return before.start;
    if (!mayStandBetween(before)) break;
  }
  return askedJoint(words, index);
}

/** "… and get my driver an exit re-entry": an "and" that asks leads to it over whoever it is for. */
function askedJoint(words: readonly Word[], to: number): number | undefined {
  for (let index = to - 1; index >= Math.max(1, to - mostForWhom); index--) {
    const [before, word] = [words[index - 1], words[index]];
    if (!before || !word || !asksAtFront([word])) continue;
    // «… وسووا للسواق خروج وعودة»
    if (word.key.startsWith("و")) return word.start;
    if (and.has(before.text) || and.has(before.key)) return before.start;
  }
  return undefined;
}

const mostForWhom = 3;
