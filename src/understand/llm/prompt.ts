/**
 * A prompt file filled in: what never changes comes first (servers keep such a beginning in their cache), what belongs to one message
 * after it. Customer's words are given as JSON strings, so that they can't pass for the prompt's own lines.
 */
import type { FieldSpec, ReadingContext, ServiceSpec } from "../../domain/understanding.ts";
import { localDate, localTime, weekdayOf } from "../../language/times/clock.ts";
import type { Turn } from "../classifier.ts";
import type { ChatMessage } from "./endpoint.ts";
import type { Saying } from "./near.ts";
import { commandMeanings, isSayable, officeTopics } from "./schema.ts";

/** A prompt file: its version, and its text by heading. */
export type PromptFile = { readonly version: string; readonly parts: Readonly<Record<string, string>> };

/** What is told of one message; every text in it has had its private parts hidden. */
export type Told = {
  readonly message: string;
  readonly recent: readonly Turn[];
  readonly context: ReadingContext;
  readonly examples: readonly Saying[];
};

/** The part that is the same for every message. `schemaInWords` for a server that keeps to no schema. */
export function systemText(
  { parts }: PromptFile,
  services: readonly ServiceSpec[],
  schemaInWords: boolean,
): string {
  const commands = Object.entries(commandMeanings).map(([name, meaning]) =>
    meaning === "" ? name : `${name} (${meaning})`,
  );
  const text = fillIn(parts.system ?? "", {
    commands: [...commands, `questions about the office: office.${officeTopics.join(", office.")}`].join(
      "; ",
    ),
    services: services.map(serviceLine).join("\n"),
  });
  return schemaInWords ? `${text}\n${inWords}` : text;
}

/** The question about one picture, which goes along as a data URL. */
export function pictureMessages(
  { parts }: PromptFile,
  { title, wanted }: { readonly title: string; readonly wanted: readonly FieldSpec[] },
  url: string,
  schemaInWords: boolean,
): readonly ChatMessage[] {
  const fields = wanted
    .filter(isSayable)
    .map((field) => fieldText({ ...field, required: false }, mostOptions));
  const text = fillIn(parts.picture ?? "", { title, fields: fields.join(", ") });
  const system = schemaInWords ? `${parts.system ?? ""}\n${inWords}` : (parts.system ?? "");
  return [
    { role: "system", content: system },
    {
      role: "user",
      content: [
        { type: "text", text },
        { type: "image_url", image_url: { url } },
      ],
    },
  ];
}

const inWords =
  'Send the JSON object alone: no other words, no code fence, no further keys. Without a field "fields" is [].';

/** The part about one message. */
export function messageText({ parts }: PromptFile, { message, recent, context, examples }: Told): string {
  const text = fillIn(parts.message ?? "", {
    now: momentOf(context),
    open: openText(context),
    recent:
      recent.length === 0
        ? ""
        : `Before it:\n${recent.map(({ from, text }) => `${from}: ${quote(text, 240)}`).join("\n")}`,
    examples:
      examples.length === 0
        ? ""
        : `Others said:\n${examples.map(({ text, label }) => `${quote(text, 120)} → ${label}`).join("\n")}`,
    message: quote(message, 1_600),
  });
  return text.replace(/\n{2,}/g, "\n").trim();
}

/** Variables once, in one pass: what is filled in is not looked at again. */
function fillIn(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => variables[name] ?? whole);
}

function quote(text: string, most: number): string {
  return JSON.stringify(text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`);
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function momentOf({ now, zone }: ReadingContext): string {
  const date = localDate(now, zone);
  return `${weekdays[weekdayOf(date)]} ${date} ${localTime(now, zone)} (${zone})`;
}

/** Types in few letters; those that a field's own name says are left out. */
const shortTypes: Readonly<Partial<Record<FieldSpec["type"], string>>> = {
  number: "number",
  integer: "int",
  yes_no: "bool",
  date: "date",
  time: "time",
  duration: "duration",
  place: "city",
  address: "address",
  phone: "phone",
  money: "money",
  person_name: "person",
};

/** Options are listed where they fit on a line; of a longer list the words do. */
const mostOptions = 8;

function serviceLine({ id, title, fields }: ServiceSpec): string {
  const said = fields.filter(isSayable).map((field) => fieldText(field, mostOptions));
  return `${id} (${title.en}): ${said.join(", ")}`;
}

function fieldText({ name, type, required, options }: FieldSpec, most: number): string {
  const mark = required ? "*" : "";
  if (options) {
    const ids = options.map(({ id }) => id);
    return `${name}${mark}[${ids.length <= most ? ids.join("|") : "choice"}]`;
  }
  const short = shortTypes[type];
  const saysItself = short === undefined || name === short || name.endsWith(`_${short}`);
  return `${name}${mark}${saysItself ? "" : `:${short}`}`;
}

function openText({ open, services }: ReadingContext): string {
  const spec = open && services.find(({ id }) => id === open.service);
  if (!open || !spec) return "No form is open.";
  const asked = spec.fields.find(({ name }) => name === open.asked);
  const waits = {
    answer: asked ? `We asked for ${fieldText(asked, 40)}.` : "",
    read_back: "We read the form back and asked whether to place it.",
    decision: "We asked which of several things is meant.",
    nothing: "",
  }[open.awaiting];
  const filled = open.filled.length > 0 ? ` Has: ${open.filled.join(", ")}.` : "";
  return `Open form: ${open.service}.${filled} ${waits}`.trim();
}
