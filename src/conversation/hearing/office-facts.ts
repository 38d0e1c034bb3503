/** Side questions about the office: hours, place, licence, prices, papers. Answered from its facts; what was open stays open. */
import type { Fields } from "../../domain/answer.ts";
import { type WeekHours, weekdays } from "../../domain/hours.ts";
import type { Language } from "../../domain/language.ts";
import type { OfficeTopic } from "../../domain/understanding.ts";
import { formatList, formatTime, formatWeekday, isolate } from "../../language/format.ts";
import { localDate } from "../../language/times/clock.ts";
import { isOpenAt, nextOpening, weekHoursOn } from "../../orders/promise.ts";
import { isPermitted, offeredServices } from "../flow/permits.ts";
import { flowOf } from "../flow/pinned.ts";
import { variantOf } from "../flow/variant.ts";
import { sayText } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { askDecision } from "./decisions.ts";
import { askMenu } from "./menu.ts";
import { type Asked, tellDuration, tellPapers, tellPrice, titleOf } from "./service-facts.ts";

export type OfficeQuestion = {
  readonly topic: OfficeTopic;
  /** What it is asked of; else the form that is open. */
  readonly service?: string | undefined;
  /** What the question says of that service. */
  readonly about?: Fields | undefined;
};

/** Answers one topic. */
export function tellOffice(work: Work, question: OfficeQuestion): void {
  const { catalogue, language } = work;
  const { office } = catalogue;
  const { topic } = question;
  work.aside = true;
  switch (topic) {
    case "hours":
      tellHours(work);
      return;
    case "place":
      addLine(work, "side_questions.place", { place: office.place[language] });
      return;
    case "licence":
      addLine(work, "side_questions.licence", {
        office: office.name[language],
        licence: isolate(office.licence),
      });
      return;
    case "contact":
      addLine(work, "side_questions.contact", { phone: isolate(office.phone), email: isolate(office.email) });
      return;
    case "identity":
      addLine(work, "side_questions.identity", { office: office.name[language] });
      return;
    case "data_use":
      addLine(work, "side_questions.data_use");
      return;
    case "services":
      tellServices(work);
      return;
    case "payment":
      addLine(work, "side_questions.payment");
      return;
    case "price":
    case "duration":
    case "papers":
      tellOfService(work, topic, question);
      return;
    default:
      topic satisfies never;
  }
}

const tellers = { price: tellPrice, duration: tellDuration, papers: tellPapers } as const;

function tellOfService(work: Work, topic: keyof typeof tellers, question: OfficeQuestion): void {
  const asked = askedOf(work, question);
  if (asked && !isOffered(work, asked)) {
    addLine(work, "side_questions.not_offered", { title: titleOf(asked, work) });
    return;
  }
  tellers[topic](work, asked);
  offerToBegin(work, asked);
}

/** The service, with what the question says of it; of the form that is open also what that holds. */
function askedOf(work: Work, { service, about = {} }: OfficeQuestion): Asked | undefined {
  const draft = activeDraft(work);
  if (draft && (service === undefined || service === draft.service))
    return { flow: flowOf(work.catalogue, { ...draft, fields: {} }), fields: { ...draft.fields, ...about } };
  const offered = draft ? undefined : offeredWith(work, service);
  const flow = work.catalogue.flows.get(service ?? offered?.service ?? "");
  return flow && { flow, fields: { ...offered?.fields, ...about } };
}

/** «طيب والسعر؟» behind "shall we begin?" asks of what is offered. */
function offeredWith({ open }: Work, service: string | undefined) {
  if (open?.type !== "begin_service") return undefined;
  return service === undefined || service === open.service ? open : undefined;
}

function isOffered({ catalogue, at }: Work, { flow, fields }: Asked): boolean {
  const variant = variantOf(flow, fields);
  return isPermitted(catalogue, flow, at) && (!variant || isPermitted(catalogue, variant, at));
}

/** Who asks about one variant and has no form open is offered to begin with it. */
function offerToBegin(work: Work, asked: Asked | undefined): void {
  if (!asked || activeDraft(work) || !variantOf(asked.flow, asked.fields)) return;
  work.aside = false;
  askDecision(work, { type: "begin_service", service: asked.flow.id, fields: asked.fields });
}

function tellServices(work: Work): void {
  const { catalogue, language } = work;
  const titles = offeredServices(catalogue, work.at).map(({ title }) => title[language]);
  const services = titles.join(sayText(catalogue, language, "form.separator"));
  addLine(work, "side_questions.services", { services });
  if (!activeDraft(work)) askMenu(work, "not_understood.menu");
}

/** The hours of this week, Ramadan's in Ramadan. Days with equal hours stand together: «الأحد – الخميس: 9:00 صباحًا–1:00 ظهرًا». */
function tellHours(work: Work): void {
  const { catalogue, language, at } = work;
  const { office, zone } = catalogue;
  const back = nextOpening(office, zone, at);
  const now =
    back === undefined
      ? sayText(catalogue, language, "side_questions.never_open")
      : isOpenAt(office, zone, at)
        ? sayText(catalogue, language, "side_questions.open_now")
        : sayText(catalogue, language, "side_questions.closed_now", {
            back: showMoment(back, at, zone, language),
          });
  const hours = runsOf(weekHoursOn(office, localDate(at, zone))).map(({ days, shifts }) =>
    sayText(catalogue, language, "side_questions.every_day", {
      days: daysText(days, language),
      shifts:
        shifts.length === 0
          ? sayText(catalogue, language, "side_questions.closed_day")
          : shiftsText(shifts, language),
    }),
  );
  addLine(work, "side_questions.hours", { hours: hours.join("\n"), now });
}

type Shifts = WeekHours["sunday"];
type Run = { readonly days: readonly number[]; readonly shifts: Shifts };

function runsOf(hours: WeekHours): readonly Run[] {
  const runs: { days: number[]; shifts: Shifts }[] = [];
  weekdays.forEach((name, day) => {
    const shifts = hours[name];
    const last = runs.at(-1);
    if (last && JSON.stringify(last.shifts) === JSON.stringify(shifts)) last.days.push(day);
    else runs.push({ days: [day], shifts });
  });
  return runs;
}

function daysText(days: readonly number[], language: Language): string {
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  const from = formatWeekday(first, language, true);
  return first === last ? from : `${from} – ${formatWeekday(last, language, true)}`;
}

function shiftsText(shifts: Shifts, language: Language): string {
  const written = shifts.map(
    ([from, to]) => `${formatTime(from, language)} – ${formatTime(to === "24:00" ? "00:00" : to, language)}`,
  );
  return formatList(written, language);
}
