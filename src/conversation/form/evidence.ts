/** Fields as a reading gave them, with the message that they stand in: what a chat keeps of a value. */
import type { Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import type { Work } from "../work.ts";

/** The fields with this turn's message as their evidence. */
export function evidenced(work: Work, fields: ReadFields): Fields {
  const by = work.event.type === "understood" ? work.event.reading.by : "exact";
  const messageId = work.said?.id ?? "";
  return Object.fromEntries(
    Object.entries(fields).map(([name, { value, text, start, end }]) => [
      name,
      { value, evidence: { text, start, end, messageId, by } },
    ]),
  );
}
