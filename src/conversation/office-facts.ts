/** Side questions about the office: hours, place, licence, prices, papers. Answered from its facts; what was open stays open. */
import type { Language } from "../domain/language.ts";
import type { OfficeTopic } from "../domain/understanding.ts";
import { formatMoney, formatTime, formatWeekday, isolate } from "../language/format.ts";
import { priceOf } from "../orders/fees.ts";
import { isOpenAt, nextOpening } from "../orders/promise.ts";
import { askMenu } from "./decisions.ts";
import type { Flow, OfficeFacts } from "./flow.ts";
import { renderMessage, sayText, sentenceNamed } from "./render.ts";
import { showMoment } from "./show.ts";
import { activeDraft, addLine, type Work } from "./work.ts";

/** Answers one topic. `service`: what it is asked of; else the form that is open. */
export function tellOffice(work: Work, topic: OfficeTopic, service: string | undefined): void {
  const { catalogue, language } = work;
  const { office } = catalogue;
  work.aside = true;
  const flow = catalogue.flows.get(service ?? activeDraft(work)?.service ?? "");
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
    case "services":
      tellServices(work);
      return;
    case "price":
      tellPrice(work, flow);
      return;
    case "payment":
      addLine(work, "side_questions.payment");
      return;
    case "duration":
      tellDuration(work, flow);
      return;
    case "papers":
      tellPapers(work, flow);
      return;
    default:
      topic satisfies never;
  }
}

function tellServices(work: Work): void {
  const { catalogue, language } = work;
  const titles = catalogue.menu.offer.map((id) => catalogue.flows.get(id)?.title[language] ?? id);
  const services = titles.join(sayText(catalogue, language, "form.separator"));
  addLine(work, "side_questions.services", { services });
  if (!activeDraft(work)) askMenu(work, "not_understood.menu");
}

function tellPrice(work: Work, flow: Flow | undefined): void {
  const { catalogue, language } = work;
  const vat = catalogue.office.vat_registered ? sentenceNamed(catalogue, "read_back.vat").say : undefined;
  const price = flow && priceOf(flow.price.lines, vat);
  if (flow && price) {
    const total = formatMoney(price.total, language);
    addLine(work, "side_questions.price_known", { title: flow.title[language], total });
  } else addLine(work, "side_questions.price");
}

function tellDuration(work: Work, flow: Flow | undefined): void {
  if (!flow) {
    addLine(work, "side_questions.duration_general");
    return;
  }
  const title = flow.title[work.language];
  const minutes = flow.dispatch.promise_minutes;
  if (minutes % 60 === 0) addLine(work, "side_questions.duration_hours", { title, hours: minutes / 60 });
  else addLine(work, "side_questions.duration", { title, minutes });
}

function tellPapers(work: Work, flow: Flow | undefined): void {
  const { language } = work;
  const papers = (flow?.questions ?? []).filter(({ type }) => type === "photo" || type === "document");
  if (!flow || papers.length === 0) {
    addLine(work, "side_questions.papers_none");
    return;
  }
  const names = papers.map(({ label }) => renderMessage(label[language], language, {}));
  const separator = sayText(work.catalogue, language, "form.separator");
  addLine(work, "side_questions.papers", { title: flow.title[language], papers: names.join(separator) });
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** Days with equal hours stand together: «الأحد – الخميس: 9:00 صباحًا–1:00 ظهرًا». */
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
  const hours = runsOf(office).map(({ days, shifts }) =>
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

type Shifts = OfficeFacts["hours"]["sunday"];
type Run = { readonly days: readonly number[]; readonly shifts: Shifts };

function runsOf(office: OfficeFacts): readonly Run[] {
  const runs: { days: number[]; shifts: Shifts }[] = [];
  weekdays.forEach((name, day) => {
    const shifts = office.hours[name];
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
  const written = shifts.map(([from, to]) => `${formatTime(from, language)} – ${formatTime(to, language)}`);
  return written.join(language === "ar" ? "، " : ", ");
}
