/** «ضيفوا في الموضوع: عقدي سنتين», "add the late salaries to the matter": more of a text that the form holds, behind what it holds already. */
import type { Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import type { Span } from "../../language/found.ts";
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

/** «والموية بعد», "and the water bill too" of a text that the form holds: said beside what it holds already, and not instead of it. */
export function joinedTexts(flow: Flow, held: Fields, fields: ReadFields, message: string): ReadFields {
  if (message.length > longest || denying.test(foldWithMap(message).folded)) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const question = flow.questions.find((one) => one.name === name);
      const before = held[name]?.value;
      const said = field.value;
      if (!question || !isText(question) || typeof before !== "string" || typeof said !== "string")
        return [name, field];
      if (before.includes(said) || said.includes(before) || !isJoined(message, field)) return [name, field];
      const and = /\p{Script=Arabic}/u.test(said) ? " و" : " and ";
      return [name, { ...field, value: `${before}${and}${said}` }];
    }),
  );
}

const denying = /(?:^|\s)و?(?:مو|مش|مب|موب|ليس|بدل|بدال|not|instead|mesh|mosh|msh|mo|badal)(?:\s|$)/u;

/** Does «و» or "and" lead to it, right before it or with "too" behind it? */
function isJoined(message: string, { start, end }: Span): boolean {
  const before = message.slice(0, start);
  if (/(?:^|[\s،,])(?:و|and |w )$/iu.test(before)) return true;
  return (
    /(?:^|[\s،,])(?:و\p{L}+ |and (?:the |my )?|w (?:el |al )?)$/iu.test(before) &&
    too.test(message.slice(end))
  );
}

const too =
  /^\s*(?:bill\s+|فاتور[ةه]\s+)?(?:بعد|كمان|برضو|برضه|[أا]يض[اًا]*|too|also|as well|kaman|ba3ad|bardo)(?!\p{L})/iu;

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
