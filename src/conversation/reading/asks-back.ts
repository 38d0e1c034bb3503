/** «ليش تبون رقمي؟», «وش تقصدون؟»: what the open question is for, or what it means; it is asked once more behind that. */
import type { AnswerType } from "../../domain/answer.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { type AskBack, beginsWithWhy, readAskBack } from "../../language/replies/asks-back.ts";
import { readPause } from "../../language/replies/pauses.ts";
import { foldNames } from "../answers/choice.ts";
import type { Question } from "../flow/flow.ts";
import { questionOf } from "../flow/pinned.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { takeTold } from "./told-before.ts";

/** The reading of a message that asks about the open question, and of nothing else. */
export function readAsksBack(
  { open }: Pick<Conversation, "open">,
  question: Question | undefined,
  text: string,
): Understanding | undefined {
  if (open && readAskBack(text) === "asked") return { type: "asks_back", what: "asked" };
  // Whoever asks why before agreeing is told, too.
  if (open?.type === "consent")
    return readAskBack(text) === "why" ? { type: "asks_back", what: "why" } : undefined;
  if (open?.type === "read_back") return readPause(text) ? { type: "asks_back", what: "wait" } : undefined;
  if (!question || open?.type !== "field") return undefined;
  const { label, names } = question;
  const what = readAskBack(text, () => foldNames([label.ar, label.en, ...names]));
  // Only a phone is what a chat may show; of anything else the reason is told.
  return what && { type: "asks_back", what: what === "known" && question.type !== "phone" ? "why" : what };
}

/** What an answer of this type is needed for; the others have one reason for all. */
const reasons: Readonly<Partial<Record<AnswerType, SentenceName>>> = {
  phone: "asks_back.phone",
  person_name: "asks_back.name",
  national_id: "asks_back.id",
  establishment_number: "asks_back.id",
};

/** What is asked after by its own name: «ليش تبون رقمي؟» while the weight is asked for is about the number. */
const namedTypes: readonly (readonly [AnswerType, RegExp])[] = [
  ["phone", /^(?:رقمي|جوالي|نمرتي|تليفوني|موبايلي|raqmi|ra2mi|rakmi|ragmi|jawali|mobayli)$/],
  ["person_name", /^(?:اسمي|esmi|ismi)$/],
  ["national_id", /^(?:هويتي|اقامتي|بطاقتي|hawiyati|iqamati|e2amti)$/],
];
const englishNames: readonly (readonly [AnswerType, RegExp])[] = [
  ["phone", /\bmy (?:mobile |phone |cell )?(?:number|phone|mobile|cell)\b/i],
  ["person_name", /\bmy (?:full )?name\b/i],
  ["national_id", /\bmy (?:id|iqama|national id)\b/i],
];

function namedType(text: string): AnswerType | undefined {
  const words = tokens(text);
  const own = namedTypes.find(([, name]) => words.some((word) => name.test(word.text)));
  return (own ?? englishNames.find(([, name]) => name.test(text)))?.[0];
}

/** «ليش؟ ما يكفي رقم اللوحة»: words that nothing else understood and that begin with "why" ask for the reason. False for others. */
export function explainWhy(work: Work, text: string): boolean {
  return beginsWithWhy(text) && explainQuestion(work, "why", text) === "heard";
}

/** Answers it; without a question that is open nothing is said. */
export function explainQuestion(work: Work, what: AskBack, text = ""): "heard" | "missed" {
  if (what === "asked") {
    work.aside = true;
    return work.open ? "heard" : "missed";
  }
  if (work.open?.type === "consent") {
    work.aside = true;
    addLine(work, "asks_back.why");
    return "heard";
  }
  if (what === "wait" && work.open?.type === "read_back") {
    work.asked = true;
    addLine(work, "asks_back.think");
    return "heard";
  }
  const draft = activeDraft(work);
  const question =
    draft && work.open?.type === "field" ? questionOf(work.catalogue, draft, work.open.field) : undefined;
  if (!question) return "missed";
  if (what === "wait") {
    work.asked = true;
    addLine(work, "asks_back.wait");
    return "heard";
  }
  work.aside = true;
  if (what === "told" && draft) takeTold(work, draft, question);
  else if (what === "meaning") addLine(work, "asks_back.meaning", { label: question.label[work.language] });
  else if (what === "known") addLine(work, "asks_back.known");
  else addLine(work, reasons[namedType(text) ?? question.type] ?? "asks_back.why");
  return "heard";
}
