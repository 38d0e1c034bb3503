/** «حي الشاطئ شارع الخليج، بس خلهم ٥ كراتين», «بكام؟ العنوان حي شهار»: a clause that is the asked address from end to end, whatever is said beside it. */
import type { Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import type { Task } from "../requests.ts";
import { wholeAddress } from "./lone-answer.ts";
import type { Form } from "./open-form.ts";

/** What else the message gives, with that address; as it was where there is none. */
export function withAddress(
  { parts, text }: Task,
  { asked, open }: Form,
  given: readonly Understanding[],
): readonly Understanding[] {
  if (asked?.type !== "address" || open.awaiting !== "answer") return given;
  const values = given.flatMap((one) =>
    one.type === "answers" || one.type === "correct" ? Object.entries(one.fields) : [],
  );
  if (values.some(([name]) => name === asked.name)) return given;
  const spans = values.map(([, value]) => value);
  const found = parts.clauses.flatMap((clause) =>
    overlapsAny(clause, spans) ? [] : (wholeAddress(text, clause.words) ?? []),
  );
  const [address, another] = found;
  return address && !another ? [...given, { type: "answers", fields: { [asked.name]: address } }] : given;
}
