/**
 * «الساعة 4 العصر» in answer to "which day?": the time is of a day that was left out, and that is today while the time is still to come. A
 * time that has passed says nothing of the day, so the question stays. The read-back shows the day in words.
 */
import type { Draft } from "../../domain/conversation.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { localDate, localTime } from "../../language/times/clock.ts";
import type { Flow } from "../flow/flow.ts";
import type { Work } from "../work.ts";

/** The values as they were read, and today as the answer to the open day question where only its time was told. */
export function withDayOfTime(work: Work, draft: Draft, flow: Flow, read: ReadFields): ReadFields {
  const { open, catalogue } = work;
  if (open?.type !== "field" || open.draft !== draft.id || read[open.field] || draft.fields[open.field])
    return read;
  const time = flow.questions.find(({ day, name }) => day === open.field && read[name]);
  const told = time && read[time.name];
  const at = work.said?.at ?? work.at;
  if (!told || typeof told.value !== "string" || told.value <= localTime(at, catalogue.zone)) return read;
  return { ...read, [open.field]: { ...told, value: localDate(at, catalogue.zone) } };
}
