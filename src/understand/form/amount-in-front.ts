/** A bare amount asked for that stands before other values: «800 والمشتري جواله 0541239876», "375 w el 7esab 30012345678". */
import type { Reading, Understanding } from "../../domain/understanding.ts";
import { overlaps } from "../../language/found.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Task } from "../requests.ts";
import { valueFor } from "../values/limits.ts";
import type { Form } from "./open-form.ts";

/** Up to seven digits: a longer number is a phone or an account. A word of its own behind it would be what it counts. */
const inFront =
  /^\s*(?<number>\p{Nd}{1,3}(?:,\p{Nd}{3})+|\p{Nd}{1,7})(?=\s*(?:[،;\n]|,\s)|\s+و(?!نص|ربع|ثلث|\p{L}+ين)\p{L}{3}|\s+(?:and|w|we|wel)\s+\p{L})/u;

/** The reading with the amount in front as the answer, where only other questions got theirs. */
export function withAmountInFront(
  { text }: Task,
  { open, asked }: Form,
  read: Reading | undefined,
): Reading | undefined {
  const number = inFront.exec(text)?.groups?.number;
  if (!read || !number || asked?.type !== "money" || open.awaiting !== "answer") return read;
  const start = text.indexOf(number);
  const span = { start, end: start + number.length };
  const at = read.understandings.findIndex(({ type }) => type === "answers");
  const given = read.understandings[at];
  const isTaken = read.understandings.some(
    (one) =>
      (one.type === "answers" || one.type === "correct") &&
      (asked.name in one.fields || Object.values(one.fields).some((field) => overlaps(field, span))),
  );
  if (given?.type !== "answers" || given.bad?.[asked.name] || isTaken) return read;
  const said = Number(fold(number).replaceAll(",", ""));
  const { value } = valueFor(asked, { type: "number", value: said, text: number, ...span });
  if (value === undefined) return read;
  const fields = { ...given.fields, [asked.name]: { value, text: number, ...span } };
  const both: Understanding = { ...given, fields };
  return { ...read, understandings: read.understandings.with(at, both) };
}
