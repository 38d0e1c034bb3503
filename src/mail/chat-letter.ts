/** A letter to a head: a chat in which nobody answered by the time that the customer was promised. Nothing of the customer. Pure. */
import type { Catalogue } from "../conversation/flow/flow.ts";
import { ordersOfCase } from "../conversation/person/case.ts";
import type { PersonWanted } from "../domain/conversation.ts";
import type { Language } from "../domain/language.ts";
import { formatList, formatMoment } from "../language/format.ts";
import { headLetter } from "./head-letter.ts";
import type { Letter } from "./letter.ts";

type ChatWords = {
  readonly subject: string;
  readonly waits: (since: string) => string;
  readonly orders: (refs: string) => string;
  readonly open: string;
};

const ar: ChatWords = {
  subject: "بانتظار المشرف: محادثة لم يُرد عليها",
  waits: (since) => `ينتظر العميل رد موظف منذ ${since}، ومضى الوقت الذي وُعد بالرد قبله.`,
  orders: (refs) => `بخصوص: ${refs}`,
  open: "فتح المحادثة",
};
const en: ChatWords = {
  subject: "For a head: a chat without an answer",
  waits: (since) =>
    `The customer has waited for a colleague since ${since}, and the time that they were promised has passed.`,
  orders: (refs) => `About: ${refs}`,
  open: "Open the chat",
};

export function chatLetterOf(
  { catalogue, person, link }: { catalogue: Catalogue; person: PersonWanted; link: string },
  language: Language,
): Letter {
  const words = language === "ar" ? ar : en;
  const refs = ordersOfCase(person);
  const lines = [
    words.waits(formatMoment(person.since, catalogue.zone, language, { year: false })),
    ...(refs.length > 0 ? [words.orders(formatList(refs, language))] : []),
  ];
  const { subject, open } = words;
  return headLetter({ subject, lines, open, link, office: catalogue.office.name[language] }, language);
}
