/** How one field is asked for: its words, and the answers that can be pressed. */
import type { Choice } from "../../domain/message.ts";
import { formatDate } from "../../language/format.ts";
import { addDays, localDate, weekdayOf } from "../../language/times/clock.ts";
import type { Question } from "../flow/flow.ts";
import { isPermitted } from "../flow/permits.ts";
import type { Work } from "../work.ts";
import { choiceValue, sayText, sentenceChoices } from "./render.ts";

/** The question in its own words; an optional one has none and is asked by its label. */
export function askText(work: Pick<Work, "catalogue" | "language">, question: Question): string {
  const { catalogue, language } = work;
  const name = question.type === "yes_no" ? "form.ask_yes_no" : "form.ask_value";
  return question.ask?.[language] ?? sayText(catalogue, language, name, { label: question.label[language] });
}

const noChoices: readonly Choice[] = [];

/** The answers that can be pressed, in the order in which typed numbers name them. */
export function fieldChoices(
  work: Pick<Work, "catalogue" | "language"> & { readonly at?: number },
  question: Question,
  token: string,
): readonly Choice[] {
  const { catalogue, language } = work;
  const options = question.options
    ? shownOptions(question)
        .filter((option) => work.at === undefined || isPermitted(catalogue, option, work.at))
        .map(({ id, label }) => ({ value: choiceValue(token, id), label: label[language] }))
    : question.type === "yes_no"
      ? sentenceChoices(catalogue, language, "form.yes_no", token)
      : noChoices;
  return question.later
    ? [...options, ...sentenceChoices(catalogue, language, "form.later", token)]
    : options;
}

/** The options that are shown as choices; of a long list those that are offered first, in that order. */
export function shownOptions({
  options = [],
  offer_first,
}: Pick<Question, "options" | "offer_first">): NonNullable<Question["options"]> {
  return offer_first?.flatMap((id) => options.find((option) => option.id === id) ?? []) ?? options;
}

/** What a weekday can mean that is said on that very day: today, or a week from now. */
export function daysMeant(work: Pick<Work, "catalogue" | "said" | "at">): readonly string[] {
  const today = localDate(work.said?.at ?? work.at, work.catalogue.zone);
  return [today, addDays(today, 7)];
}

const week = /[اأ]سبوع|week|[eou]?[ou]?sb[ou]+3/iu;
const coming = /جاي|جايه|قادم|مقبل|ياي|next|coming|\bjay|\bgay|\bjai|\bgai|[2qg]adem/iu;

/** The days of the coming week, Sunday to Saturday, where «الأسبوع الجاي» was said of a day; undefined for other words. */
export function daysOfWeekMeant(
  work: Pick<Work, "catalogue" | "said" | "at">,
  said: string,
): readonly string[] | undefined {
  if (!week.test(said) || !coming.test(said)) return undefined;
  const today = localDate(work.said?.at ?? work.at, work.catalogue.zone);
  const sunday = addDays(today, 7 - weekdayOf(today));
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(sunday, days));
}

/** A press sends the date itself. */
export function dayChoices(
  { language }: Pick<Work, "language">,
  days: readonly string[],
  token: string,
): readonly Choice[] {
  return days.map((date) => ({
    value: choiceValue(token, date),
    label: formatDate(date, language, { year: false }),
  }));
}
