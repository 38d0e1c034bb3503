/** Where the values of a turn's message come from. */
import { localDate } from "../../language/times/clock.ts";
import { isPermitted } from "../flow/permits.ts";
import type { Work } from "../work.ts";
import type { FillSource } from "./fill.ts";

export function sourceOf(work: Work): FillSource {
  const { event } = work;
  return {
    by: "reading" in event && event.reading ? event.reading.by : "exact",
    messageId: work.said?.id ?? "",
    today: localDate(work.said?.at ?? work.at, work.catalogue.zone),
    isPermitted: (option) => isPermitted(work.catalogue, option, work.at),
  };
}
