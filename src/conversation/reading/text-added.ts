/** «ضيفوا في الموضوع: عقدي سنتين», "add the late salaries to the matter": more of a text that the form holds, behind what it holds already. */
import type { Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { foldWithMap } from "../../language/letters/normalise.ts";
import type { Flow, Question } from "../flow/flow.ts";

const adding =
  /(?:^|[ ،,.!])(?:ا?ضيف(?:وا|ي|و|لي|ولي)?|اضف|زود(?:وا|ي|و)?|زيدوا?|add|zawed(?:o|ly)?|deef(?:o)?) (?<rest>.+)$/u;
const longest = 200;

/** The longer text by its field; nothing where none of those that are held is named. */
export function addedText(flow: Flow, held: Fields, message: string): ReadFields {
  if (message.length > longest || /[?؟]/.test(message)) return {};
  const { folded, span } = foldWithMap(message);
  const begun = adding.exec(folded);
  const rest = begun?.groups?.rest ?? "";
  for (const question of flow.questions) {
    const value = held[question.name]?.value;
    const more = typeof value === "string" && isText(question) ? moreFor(question, rest) : undefined;
    if (more === undefined || typeof value !== "string") continue;
    const at = folded.lastIndexOf(more);
    const { start, end, text } = span(at, at + more.length);
    const comma = /\p{Script=Arabic}/u.test(value) ? "، " : ", ";
    return { [question.name]: { value: `${value}${comma}${text.trim()}`, text, start, end } };
  }
  return {};
}

const isText = ({ type, format, name }: Question): boolean => type === "text" && !format && name !== "notes";

/** What is to be added, said behind the question's name or before it. */
function moreFor({ names, label }: Question, rest: string): string | undefined {
  for (const one of [...names, label.ar, label.en]) {
    const name = foldWithMap(one).folded.trim();
    if (name === "") continue;
    const behind = leads.map((lead) => `${lead}${name}`).find((words) => rest.startsWith(words));
    if (behind !== undefined && /^[ :،,]/.test(rest.slice(behind.length)))
      return bare(rest.slice(behind.length));
    const before = leads.map((lead) => ` ${lead}${name}`).find((words) => rest.trimEnd().endsWith(words));
    if (before !== undefined) return bare(rest.trimEnd().slice(0, -before.length));
  }
  return undefined;
}

const leads = ["في ", "علي ", "الي ", "ل", "to the ", "to ", "in the ", "in ", "fe ", "3ala ", "l "];
const bare = (said: string): string | undefined => {
  const words = said.replace(/^[ :،,]+|[ .،,]+$/g, "");
  return words === "" ? undefined : words;
};
