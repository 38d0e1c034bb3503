/** Questions that wait for nobody: whoever writes of something else has answered none of them. Pure. */
import type { Open } from "../../domain/open-question.ts";

/** The menu, a person, what may be done about an order. */
export function isOffer(open: Open): boolean {
  if (open.type === "which_service") return open.text === "";
  return open.type === "offer_person" || open.type === "about_order";
}
