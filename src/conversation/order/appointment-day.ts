/** The day of an order's appointment, and its hour where one is agreed, as customers read it. */
import type { Fields } from "../../domain/answer.ts";
import { formatDate, formatList, formatTime } from "../../language/format.ts";
import { type Appointment, appointmentOf } from "../../orders/appointment.ts";
import type { Flow } from "../flow/flow.ts";
import type { Work } from "../work.ts";

export function dayOf({ language }: Pick<Work, "language">, { date, time }: Appointment): string {
  const day = formatDate(date, language, { year: false });
  if (time === undefined) return day;
  return formatList([day, formatTime(time, language)], language);
}

/** The same for a stage's sentence, `none` where there is no appointment or its day is not known. @param fields left out: not known here */
export function appointmentIn(
  work: Pick<Work, "catalogue" | "language">,
  flow: Flow,
  fields: Fields | undefined,
): string {
  const appointment = fields && appointmentOf(fields, flow, work.catalogue.zone);
  return appointment ? dayOf(work, appointment) : "none";
}
