/** When a partner works, as a calendar that `orders/promise.ts` reads: its own hours, or the office's where it has none. Pure. */
import type { OpeningHours } from "../domain/hours.ts";
import type { Partner } from "../domain/partner.ts";

/** By partner, for the office that asked last: a calendar keeps its worked-out days only as long as it is the same value. */
const known = new WeakMap<Partner, { readonly office: OpeningHours; readonly calendar: OpeningHours }>();

/**
 * The partner's working hours. Hours and Ramadan hours left out are the office's; but a partner with hours of its own and none for
 * Ramadan works in Ramadan as ever.
 */
export function calendarOf(partner: Partner, office: OpeningHours): OpeningHours {
  if (followsOffice(partner)) return office;
  const last = known.get(partner);
  if (last?.office === office) return last.calendar;
  const calendar = put(partner, office);
  known.set(partner, { office, calendar });
  return calendar;
}

function put(partner: Partner, office: OpeningHours): OpeningHours {
  const ramadan = partner.ramadan ?? (partner.hours ? undefined : office.ramadan);
  return {
    hours: partner.hours ?? office.hours,
    ...(ramadan && { ramadan }),
    holidays: partner.officeHolidays ? [...partner.holidays, ...office.holidays] : partner.holidays,
  };
}

/** The office's own calendar serves as it is: its days are worked out once for all who keep them. */
const followsOffice = ({ hours, ramadan, holidays, officeHolidays }: Partner): boolean =>
  hours === undefined && ramadan === undefined && holidays.length === 0 && officeHolidays;
