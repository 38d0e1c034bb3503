/** Whether a partner may get offers today, and what its licences need. Dates are `YYYY-MM-DD` on the office's clock. Pure. */
import type { Licence, Partner } from "../domain/partner.ts";
import { holdsPlace } from "../language/places/regions.ts";
import { daysBetween } from "../language/times/clock.ts";

/** A licence that ends within so many days is shown as a warning. */
const warnDays = 30;

export type LicenceWarning =
  /** Its last day has passed, `daysAgo` days ago (1: it was yesterday). No new offers until it is renewed. */
  | { readonly type: "expired"; readonly licence: Licence; readonly daysAgo: number }
  /** Its last day is in `days` days (0: it is today). */
  | { readonly type: "ends_soon"; readonly licence: Licence; readonly days: number };

/** What is wrong with a partner's licences, or soon will be; the most pressing one first. */
export function licenceWarnings({ licences }: Partner, today: string): readonly LicenceWarning[] {
  return licences
    .flatMap((licence): { readonly left: number; readonly warning: LicenceWarning }[] => {
      if (licence.expires === undefined) return [];
      const left = daysBetween(today, licence.expires);
      if (left > warnDays) return [];
      const warning: LicenceWarning =
        left < 0 ? { type: "expired", licence, daysAgo: -left } : { type: "ends_soon", licence, days: left };
      return [{ left, warning }];
    })
    .sort((a, b) => a.left - b.left)
    .map(({ warning }) => warning);
}

/** Why a partner gets no new offers at all today; undefined when it may. */
export function keptFromOffers(partner: Partner, today: string): "paused" | "licence_expired" | undefined {
  if (partner.state.status !== "active") return "paused";
  for (const { expires } of partner.licences)
    if (expires !== undefined && expires < today) return "licence_expired";
  return undefined;
}

/** Does the partner work at this place (an English gazetteer name)? One that names no place works everywhere. */
export function servesPlace({ cities, areas }: Partner, place: string): boolean {
  if (cities.length === 0 && areas.length === 0) return true;
  return cities.includes(place) || areas.some((area) => holdsPlace(area, place));
}
