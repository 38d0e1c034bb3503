/** An hour behind the word for the time, with nothing that makes it one: «الوقت صار الخامسة», «غيروا الوقت للخامسة», "el wa2t sar 5amsa". */
import type { Understanding } from "../../domain/understanding.ts";
import { findTimes } from "../../language/times/times.ts";
import type { Task } from "../requests.ts";
import { heldAs } from "./held-values.ts";
import type { Form } from "./open-form.ts";

const hourBehindTime =
  /(?:^|[\s،,.])و?(?:ال|el |al |the )?(?:وقت|ميعاد|موعد|time|wa2t|wagt|me3ad|mi3ad|maw3ed)\s+(?:(?:صار|صارت|يصير|بقى|بقي|يكون|خلوه|خليه|خلوها|خليها|تغير|الى|الي|is|now|to|sar|ba2a|khalooh|khaleeh|5alooh)\s+){0,3}(?<hour>\p{L}[\p{L}\p{Nd}]*|\p{Nd}{1,2}\p{L}*)(?=$|[\s،,.!])/iu;

/** The hour is in the half of the day that the form holds; a form with two times is asked about. */
export function hourNamed({ text, context }: Task, form: Form): Understanding | undefined {
  const [held, another] = heldAs(form, "time");
  const said = hourBehindTime.exec(text);
  const hour = said?.groups?.hour;
  if (!said || !hour || !held || another || findTimes(text, context).length > 0) return undefined;
  const [found] = ["الساعة ", "elsa3a ", "at "].flatMap((before) =>
    findTimes(`${before}${hour.replace(/^لل/u, "ال")}`, context),
  );
  if (!found || found.value.approximate || found.value.until) return undefined;
  const [hours = 0, minutes = "00"] = [Number(found.value.time.slice(0, 2)), found.value.time.slice(3)];
  const half = Number(held.value.slice(0, 2)) >= 12 ? 12 : 0;
  const value = `${String((hours % 12) + half).padStart(2, "0")}:${minutes}`;
  const end = said.index + said[0].length;
  return {
    type: "correct",
    fields: { [held.field.name]: { value, text: hour, start: end - hour.length, end } },
  };
}
