/** Hours that only the question or the word for the time makes hours: "10 to 1" as the answer, «الوقت صار الخامسة», "el wa2t sar 5amsa". */
import type { Understanding } from "../../domain/understanding.ts";
import { findTimes } from "../../language/times/times.ts";
import type { Task } from "../requests.ts";
import { endsRange } from "../values/ranges.ts";
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

const twoHours =
  /^\s*(?:from |men |mn |من )?(?<from>\p{Nd}{1,2}|\p{L}+)(?:\s*[-–—]\s*|\s+(?:to|till?|until|l|la|le|lel|7atta?|ila|ela|ل|لـ|الى|إلى|الي|حتى|لحد|لغاية|لين)\s+|\s+ل(?=\p{L}))(?<to>\p{Nd}{1,2}|\p{L}+)\s*[.!]?\s*$/u;

/** "10 to 1", «عشرة لواحدة», "2-4" as the whole answer to the question when: from then, and until then where the form asks it. */
export function hoursAsked({ text, context }: Task, { spec, open, asked }: Form): Understanding | undefined {
  if (asked?.type !== "time" || open.awaiting !== "answer") return undefined;
  const { from, to } = twoHours.exec(text)?.groups ?? {};
  // "ten to one" is ten minutes before it.
  const isIdiom = findTimes(text, context).some(({ value }) => value.until === undefined);
  if (from === undefined || to === undefined || isIdiom) return undefined;
  const [found, another] = findTimes(`من ${from} الى ${to}`, context);
  if (another || !found || found.value.approximate || found.value.until === undefined) return undefined;
  const said = text.trim();
  const span = { text: said, start: text.indexOf(said), end: text.indexOf(said) + said.length };
  const times = spec.fields.filter(({ type, name }) => type === "time" && !open.filled.includes(name));
  const [first, last] = [times.find((field) => !endsRange(field)), times.find(endsRange)];
  const fields = {
    ...(first && { [first.name]: { value: found.value.time, ...span } }),
    ...(last && { [last.name]: { value: found.value.until, ...span } }),
  };
  return { type: "answers", fields };
}
