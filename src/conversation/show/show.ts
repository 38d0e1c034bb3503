/** Fields as customers read them: one a line in read-backs, in few words where something was caught, and what tells orders apart. */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Both, Language } from "../../domain/language.ts";
import type { Order } from "../../domain/order.ts";
import { formatMoment, formatTime } from "../../language/format.ts";
import { localDate, localTime } from "../../language/times/clock.ts";
import type { Catalogue, Flow, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { renderMessage, sayText, variablesOf } from "./render.ts";
import { type ShowOptions, showValue } from "./show-value.ts";

/** A field as one line: its `show` message, or «label: value». */
export function showField(
  catalogue: Catalogue,
  question: Question,
  field: Field,
  language: Language,
  options: ShowOptions = {},
): string {
  const value = showValue(catalogue, question, field.value, language, options);
  if (!question.show) {
    return sayText(catalogue, language, "form.line", { label: question.label[language], value });
  }
  return renderMessage(question.show[language], language, { value });
}

/** Several fields under their names in one line, in the flow's order: what is changed in an order that is placed. */
export function showNamed(
  catalogue: Catalogue,
  flow: Flow,
  fields: Fields,
  names: readonly string[],
  language: Language,
): string {
  return flow.questions
    .flatMap((question) => {
      const field = names.includes(question.name) ? fields[question.name] : undefined;
      // What is added to a text stands at its end.
      const how = question.type === "text" ? { long: true } : { brief: true };
      return field ? [showField(catalogue, question, field, language, how)] : [];
    })
    .join(sayText(catalogue, language, "form.separator"));
}

/** A channel by the name that customers know it by. */
export function showChannel(catalogue: Catalogue, channel: string, language: Language): string {
  return sayText(
    catalogue,
    language,
    channelNames.find((name) => name === `doors.${channel}`) ?? "doors.other",
  );
}

const channelNames = ["doors.web", "doors.telegram", "doors.whatsapp"] as const;

/** What fits in two lines of a phone; the rest is in the read-back. */
const briefLength = 130;

/**
 * What was caught, in a line as short as it can be understood: «كتب، 3 كجم، من الرياض إلى جدة». What a rule derived is left to the
 * read-back. Empty when nothing of `names` was said.
 */
export function showBriefly(
  catalogue: Catalogue,
  flow: Flow,
  fields: Fields,
  names: readonly string[],
  language: Language,
): string {
  const said = names.filter((name) => fields[name] && fields[name]?.evidence.by !== "derived");
  if (said.length === 1) return showOneBriefly(catalogue, flow, fields, said[0] ?? "", language);
  const joined = flow.together.filter((pair) => pair.fields.every((name) => said.includes(name)));
  const shown: string[] = [];
  for (const question of flow.questions) {
    const field = fields[question.name];
    if (!field || !said.includes(question.name)) continue;
    const pair = joined.find((one) => one.fields.includes(question.name));
    if (!pair) shown.push(briefOf(catalogue, question, field, language));
    else if (isFirst(flow, pair.fields, question.name))
      shown.push(
        renderMessage(
          pair.brief[language],
          language,
          variablesFor(catalogue, flow, fields, pair.fields, language),
        ),
      );
  }
  return fitting(shown, sayText(catalogue, language, "form.separator"), () =>
    sayText(catalogue, language, "form.and_more"),
  );
}

/** Alone, right after its own question, a value needs no name; only yes and no do. */
function showOneBriefly(
  catalogue: Catalogue,
  flow: Flow,
  fields: Fields,
  name: string,
  language: Language,
): string {
  const question = flow.questions.find((one) => one.name === name);
  const field = fields[name];
  if (!question || !field) return "";
  const named = question.brief !== undefined || question.type === "yes_no" || question.asked === "optional";
  if (named) return briefOf(catalogue, question, field, language);
  return showValue(catalogue, question, field.value, language, { brief: true });
}

const isFirst = (flow: Flow, names: readonly string[], name: string): boolean =>
  flow.questions.find((question) => names.includes(question.name))?.name === name;

function briefOf(catalogue: Catalogue, question: Question, field: Field, language: Language): string {
  if (!question.brief) return showField(catalogue, question, field, language, { brief: true });
  return renderMessage(question.brief[language], language, {
    value: showValue(catalogue, question, field.value, language, { brief: true }),
    ...(typeof field.value === "number" && { count: field.value }),
    ...(typeof field.value === "boolean" && { is: field.value ? "yes" : "no" }),
  });
}

/** As many as fit, in their order; the rest in a word. */
function fitting(shown: readonly string[], separator: string, rest: () => string): string {
  let line = "";
  for (const one of shown) {
    const longer = line === "" ? one : `${line}${separator}${one}`;
    if (line !== "" && longer.length > briefLength) return `${line}${separator}${rest()}`;
    line = longer;
  }
  return line;
}

/** Each field by its name: formatted, but a whole number as itself, for plurals. */
function variablesFor(
  catalogue: Catalogue,
  flow: Flow,
  fields: Fields,
  names: readonly string[],
  language: Language,
): Record<string, string | number> {
  const variables: Record<string, string | number> = {};
  for (const question of flow.questions) {
    const field = names.includes(question.name) ? fields[question.name] : undefined;
    if (!field) continue;
    variables[question.name] =
      question.type === "integer"
        ? Number(field.value)
        : showValue(catalogue, question, field.value, language, { brief: true });
  }
  return variables;
}

/**
 * What tells an order from another, in one line: «كتب، من الرياض إلى جدة». Where something of it is not known (an order by
 * telephone), what is known; without anything the service's name.
 */
export function aboutOf(catalogue: Catalogue, flow: Flow, fields: Fields, language: Language): string {
  const message = flow.about[language];
  const names = variablesOf(message);
  const known = names.filter((name) => fields[name] !== undefined);
  if (known.length === names.length)
    return renderMessage(message, language, variablesFor(catalogue, flow, fields, names, language));
  const what = showBriefly(catalogue, flow, fields, known, language);
  return what === "" ? flow.title[language] : what;
}

/** The same line for an order, by the flow that it began with. */
export function aboutOrder(
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
  order: Pick<Order, "service" | "flowHash" | "fields">,
): string {
  return aboutOf(catalogue, flowOf(catalogue, order), order.fields, language);
}

/** The same line in both languages, for a chat that may change its language. */
export function aboutBoth(catalogue: Catalogue, flow: Flow, fields: Fields): Both {
  return { ar: aboutOf(catalogue, flow, fields, "ar"), en: aboutOf(catalogue, flow, fields, "en") };
}

/** What the chat remembers of an order, in one language. */
export function aboutIn(about: Both | string, language: Language): string {
  return typeof about === "string" ? about : about[language];
}

/** A moment by its time alone when it is today («3:30 عصرًا»), else with its day («الأحد 29 نوفمبر، 9:00 صباحًا»). */
export function showMoment(moment: number, now: number, zone: string, language: Language): string {
  if (localDate(moment, zone) === localDate(now, zone)) return formatTime(localTime(moment, zone), language);
  return formatMoment(moment, zone, language, { year: false });
}
