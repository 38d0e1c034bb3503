/** Which permits the office holds at a moment, and what it may offer with them. A day's permit holds until that day ends in the office. */
import { localDate } from "../language/clock.ts";
import type { Catalogue, Flow, OfficeFacts } from "./flow.ts";

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

/** The services that the menu may show at `at`, in its order. */
export function offeredServices(
  catalogue: Pick<Catalogue, "office" | "zone" | "flows" | "menu">,
  at: number,
): readonly Flow[] {
  return catalogue.menu.offer.flatMap((id) => {
    const flow = catalogue.flows.get(id);
    return flow && isPermitted(catalogue, flow, at) ? [flow] : [];
  });
}
