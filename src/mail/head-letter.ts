/**
 * A letter to a head: which order, of what service, what nobody saw to and since when, and where it stands in the queue. Nothing of the customer: a letter
 * lies in a mailbox for good. Pure.
 */
import type { Catalogue } from "../conversation/flow/flow.ts";
import { flowOf } from "../conversation/flow/pinned.ts";
import type { Language } from "../domain/language.ts";
import type { Order } from "../domain/order.ts";
import type { Matter } from "../domain/order-clock.ts";
import { formatMoment } from "../language/format.ts";
import type { Escalation } from "../orders/escalations.ts";
import type { Letter } from "./letter.ts";
import { escapeHtml, footnote, htmlOfParts, linkTo, paragraph, partIn } from "./letter-form.ts";

export type HeadLetterAbout = {
  readonly catalogue: Catalogue;
  readonly order: Order;
  /** At least one. */
  readonly escalations: readonly Escalation[];
  /** Where the order stands in the queue. */
  readonly link: string;
};

type HeadWords = {
  readonly subject: (ref: string, service: string) => string;
  readonly matters: Readonly<
    Record<Matter | "handed_back" | "unsettled" | "not_possible", (since: string) => string>
  >;
  readonly department: (name: string) => string;
  readonly open: string;
  readonly why: string;
};

const ar: HeadWords = {
  subject: (ref, service) => `بانتظار المشرف: ${ref}، ${service}`,
  matters: {
    unclaimed: (since) => `لم يستلمه أحد منذ ${since}.`,
    stuck: (since) => `متوقف في مرحلته منذ ${since}.`,
    handoff: (since) => `أُحيل إلى القسم ${since}، ومضى وقته ولم يُنجز.`,
    handed_back: (since) => `أعاده القسم الذي أُحيل إليه ${since}، ولم يتولّه أحد بعد.`,
    reopened: (since) => `شكوى أُعيد فتحها ${since}: صاحبها غير راضٍ عن الرد.`,
    nobody: (since) => `سُئلت الجهات المناسبة ولم تقبله أي منها، وانتهى البحث ${since}.`,
    problem: (since) => `أبلغت الجهة المنفّذة عن مشكلة فيه ${since}.`,
    change: (since) => `لم تؤكد الجهة المنفّذة علمها بتغيير أُبلغت به ${since}.`,
    not_possible: (since) => `ردّت الجهة المنفّذة بأن التغيير الذي أُبلغت به ${since} غير ممكن.`,
    cancel: (since) => `طلب العميل إلغاءه ${since}، والقرار للمكتب.`,
    promise: (since) => `تأخر الرد الذي وُعد به العميل، وأُجّل موعده ${since}.`,
    unsettled: (since) => `شكوى لم يرضَ صاحبها عن الرد ${since}.`,
  },
  department: (name) => `القسم: ${name}`,
  open: "فتح الطلب",
  why: "تصل هذه الرسالة إلى المشرفين مرة واحدة لكل حالة. الرد عليها لا يقرؤه أحد.",
};
const en: HeadWords = {
  subject: (ref, service) => `For a head: ${ref}, ${service}`,
  matters: {
    unclaimed: (since) => `Nobody has claimed it since ${since}.`,
    stuck: (since) => `It has stood at its stage since ${since}.`,
    handoff: (since) =>
      `It was handed to the department at ${since}; its time has passed, and its part is not done.`,
    handed_back: (since) =>
      `The department that it was handed to gave it back at ${since}, and nobody has taken it since.`,
    reopened: (since) =>
      `A complaint that was opened again at ${since}: the customer is not content with the answer.`,
    nobody: (since) =>
      `All partners that would do were asked, and none took it; the search ended at ${since}.`,
    problem: (since) => `Its partner reported a problem at ${since}.`,
    change: (since) => `Its partner has not confirmed a change that it was told of at ${since}.`,
    not_possible: (since) => `Its partner can't do the change that it was told of at ${since}.`,
    cancel: (since) => `The customer asked to cancel it at ${since}; the office decides.`,
    promise: (since) => `The reply that the customer was promised is late; its time was put off at ${since}.`,
    unsettled: (since) => `A complaint whose customer was not content with the answer at ${since} either.`,
  },
  department: (name) => `Department: ${name}`,
  open: "Open the order",
  why: "Heads get this letter once for each case. Nobody reads replies to it.",
};

export function headLetterOf(
  { catalogue, order, escalations, link }: HeadLetterAbout,
  language: Language,
): Letter {
  const words = language === "ar" ? ar : en;
  const service = flowOf(catalogue, order).title[language];
  const { zone, office } = catalogue;
  const lines = [
    service,
    ...escalations.map(({ matter, since }) =>
      words.matters[mattersWords(order, matter)](formatMoment(since, zone, language, { year: false })),
    ),
    ...(order.department ? [words.department(order.department.name[language])] : []),
  ];
  return headLetter(
    {
      ...{ subject: words.subject(order.ref, service), title: order.ref, lines, link },
      ...{ open: words.open, office: office.name[language] },
    },
    language,
  );
}

type HeadLetterParts = {
  readonly subject: string;
  /** An order's reference. */
  readonly title?: string;
  readonly lines: readonly string[];
  /** What the link is called. */
  readonly open: string;
  readonly link: string;
  readonly office: string;
};

/** The form that all letters to heads have. */
export function headLetter(
  { subject, title, lines, open, link, office }: HeadLetterParts,
  language: Language,
): Letter {
  const ends = [(language === "ar" ? ar : en).why, office];
  const head = title === undefined ? [] : [title];
  return {
    subject,
    text: `${[...head, ...lines, "", `${open}: ${link}`, "", ...ends].join("\n")}\n`,
    html: htmlOfParts([
      partIn(language, [
        ...head.map((text) => `<h1 style="font-size:1.2em" dir="ltr">${escapeHtml(text)}</h1>`),
        ...lines.map(paragraph),
        linkTo(link, open),
        ...ends.map(footnote),
      ]),
    ]),
  };
}

/** What was handed back waits for somebody of those that it went back to; a complaint is opened again once, and a later no leaves it open. */
function mattersWords(
  { handoff, complaint, confirmation }: Order,
  matter: Matter,
): keyof HeadWords["matters"] {
  if (matter === "change" && confirmation?.state === "cannot") return "not_possible";
  if (matter === "reopened" && complaint?.outcome) return "unsettled";
  return matter === "handoff" && handoff?.back ? "handed_back" : matter;
}
