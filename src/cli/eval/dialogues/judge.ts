/** Judges a dialogue strictly: what is asked although it was told, what is begun that nobody wanted, and the order held against the plan. */
import { tokens } from "../../../language/letters/normalise.ts";
import type { Line } from "./lines.ts";
import type { View } from "./office.ts";
import type { Plan } from "./plan.ts";
import { isMeant } from "./values.ts";

/** `family`: what kind of fault it is, for counting. */
export type Fault = { readonly family: string; readonly what: string };

/** The words of a note that must be kept, and the message that held them. */
export type Noted = { readonly note: string; readonly text: string };

export type Judge = {
  /** After the answer to these lines. */
  turn(lines: readonly Line[], view: View): void;
  /** At the end; every fault of the dialogue. */
  end(view: View, notes: readonly Noted[], asked: readonly string[]): readonly Fault[];
};

/** What is answered in its own words, and tells nothing of the plan. */
const expected = new Set(["field", "read_back", "consent", "begin_service", "about_order"]);

export function judgeOf({ name, values, later, implied }: Plan): Judge {
  const told = new Set<string>();
  const faults: Fault[] = [];
  /** Of an order that somebody carries out already: staff were told, and the customer reads with what. */
  const passedOn = new Set<string>();
  const find = (family: string, what: string) => {
    if (!faults.some((one) => one.family === family && one.what === what)) faults.push({ family, what });
  };
  return {
    turn(lines, { open, draft, drafts, orders, text }) {
      for (const { note } of lines)
        if (note !== undefined && orders.length > 0 && holds(text, note)) passedOn.add(note);
      for (const { field } of lines.flatMap(({ tells }) => tells)) told.add(field);
      if (draft && draft.service !== name.service) find("another service begun", draft.service);
      else if (drafts.length + orders.length > 1)
        find("a second request begun", drafts.map(({ service }) => service).join(", "));
      if (orders.length > 0) return;
      if (!open) find("nothing begun", "no question is open");
      else if (!expected.has(open.type)) find("asked what nobody meant", open.type);
      else if (open.type === "field" && told.has(open.field)) find("asked again", open.field);
      else if (open.type === "field" && later.has(open.field) && lines.some(isPutOff))
        find("asked again", open.field);
      if (open?.type === "read_back")
        for (const field of told) {
          const meant = values.get(field);
          if (meant && !isMeant(draft?.fields[field]?.value, meant))
            find("read back wrong", `${field}: ${show(draft?.fields[field]?.value)}`);
        }
    },
    end({ orders }, notes, asked) {
      const [order] = orders;
      if (!order) find("no order", "none was placed");
      if (orders.length > 1) find("a second order", orders.map(({ service }) => service).join(", "));
      if (!order || orders.length > 1) return faults;
      for (const meant of values.values()) {
        const got = order.fields[meant.field]?.value;
        if (told.has(meant.field) && !isMeant(got, meant))
          find("wrong order", `${meant.field} is ${show(got)}, meant ${show(meant.value)}`);
      }
      for (const [field, given] of Object.entries(order.fields))
        if (
          field !== "notes" &&
          !values.has(field) &&
          !implied.has(field) &&
          !["derived", "known"].includes(given.evidence.by)
        )
          find("a value nobody gave", `${field} is ${show(given.value)}`);
      const kept = String(order.fields.notes?.value ?? "");
      for (const { note } of notes)
        if (!passedOn.has(note) && !holds(kept, note)) find("a note is lost", note);
      if (!isSaid(kept, [...notes.map(({ text }) => text), ...asked])) find("a note nobody gave", kept);
      return faults;
    },
  };
}

const isPutOff = ({ tells, aside }: Line): boolean => tells.length === 0 && !aside;
const show = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
const holds = (text: string, note: string): boolean => {
  const words = new Set(wordsOf(text));
  return wordsOf(note).every((word) => words.has(word));
};
const wordsOf = (text: string) => tokens(text).map(({ text: word }) => word);

/** Is every word of the note in one of these messages? */
function isSaid(kept: string, texts: readonly string[]): boolean {
  const said = new Set(texts.flatMap(wordsOf));
  return wordsOf(kept).every((word) => said.has(word));
}
