/** Which permits the office holds at a moment, and what it may offer with them. A day's permit holds until that day ends in the office. */
import type { AnswerValue, Fields } from "../../domain/answer.ts";
import { localDate } from "../../language/times/clock.ts";
import type { Catalogue, Flow, OfficeFacts, Question } from "./flow.ts";

/** @param date the office's date, `YYYY-MM-DD` */
export function holdsPermit(office: OfficeFacts, permit: string, date: string): boolean {
  const found = office.permits.find(({ id }) => id === permit);
  return found?.number !== undefined && found.valid_until !== undefined && date <= found.valid_until;
}

/** Whether something that may need a permit can be offered at `at`, epoch milliseconds. */
export function isPermitted(
  { office, zone }: Pick<Catalogue, "office" | "zone">,
  { needs_permit }: { readonly needs_permit?: string | undefined },
  at: number,
): boolean {
  return needs_permit === undefined || holdsPermit(office, needs_permit, localDate(at, zone));
}

/** Whether a value is an option whose permit the office does not hold at `at`. */
export function lacksPermit(
  catalogue: Pick<Catalogue, "office" | "zone">,
  { options }: Pick<Question, "options">,
  value: AnswerValue,
  at: number,
): boolean {
  const option = options?.find(({ id }) => id === value);
  return option !== undefined && !isPermitted(catalogue, option, at);
}

/** The first field that holds such an option. */
export function lackingField(
  catalogue: Pick<Catalogue, "office" | "zone">,
  { questions }: Pick<Flow, "questions">,
  fields: Fields,
  at: number,
): string | undefined {
  return questions.find((question) => {
    const field = fields[question.name];
    return field !== undefined && lacksPermit(catalogue, question, field.value, at);
  })?.name;
}

/** The services that the menu may show at `at`, in its order. */
export function offeredServices(
  catalogue: Pick<Catalogue, "office" | "zone" | "flows" | "menu">,
  at: number,
): readonly Flow[] {
  return catalogue.menu.offer.flatMap((id) => {
    const flow = catalogue.flows.get(id);
    return flow?.kind === "service" && isPermitted(catalogue, flow, at) ? [flow] : [];
  });
}
