/**
 * What a service costs, how long it takes and which papers it needs, answered from its flow; for a service with variants from the
 * variant that is asked about. What is not known is said so. An asker who has no form of it yet is offered to begin.
 */
import type { Fields } from "../../domain/answer.ts";
import { formatMoney } from "../../language/format.ts";
import { priceOf, withVat } from "../../orders/fees.ts";
import { feesOf } from "../flow/as-chosen.ts";
import type { Flow } from "../flow/flow.ts";
import { flowFor } from "../flow/pinned.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { type Variant, variantOf, variantQuestion } from "../flow/variant.ts";
import { renderMessage, sayText, sentenceNamed } from "../show/render.ts";
import { addLine, type Work } from "../work.ts";

/** A service, with what is known of the one that is asked about. */
export type Asked = { readonly flow: Flow; readonly fields: Fields };

/** The name of what is asked about: the variant's, else the service's. */
export function titleOf({ flow, fields }: Asked, work: Pick<Work, "language">): string {
  return (variantOf(flow, fields)?.label ?? flow.title)[work.language];
}

export function tellPrice(work: Work, asked: Asked | undefined): void {
  const variant = asked && variantOf(asked.flow, asked.fields);
  if (asked && variant) {
    const parts = feeParts(work, variant);
    const title = titleOf(asked, work);
    if (!parts) addLine(work, "side_questions.fees_unknown", { title });
    else {
      addLine(work, "side_questions.fees", { title, parts });
      if (!wholePrice(work, asked)) addLine(work, "side_questions.fees_later");
    }
    return;
  }
  const price = asked && wholePrice(work, asked);
  if (asked && price !== undefined) {
    const total = formatMoney(price, work.language);
    addLine(work, "side_questions.price_known", { title: titleOf(asked, work), total });
  } else addLine(work, "side_questions.price");
}

function wholePrice({ catalogue }: Work, { flow, fields }: Asked) {
  const vat = catalogue.office.vat_registered ? sentenceNamed(catalogue, "read_back.vat").say : undefined;
  return priceOf(flowFor(catalogue, flow, fields).price.lines, vat)?.total;
}

/** The authority's fee and the office's own, kept apart, and their sum where both are whole; undefined when neither is known. */
export function feeParts(work: Pick<Work, "catalogue" | "language">, variant: Variant): string | undefined {
  const { catalogue, language } = work;
  const { fees } = variant;
  if (fees.government_halalas === undefined && fees.office_halalas === undefined) return undefined;
  const registered = catalogue.office.vat_registered;
  const money = (amountMinor: number): string => formatMoney({ amountMinor, currency: "SAR" }, language);
  const say = (name: SentenceName, variables?: Record<string, string>): string =>
    sayText(catalogue, language, name, variables);
  const own = fees.office_halalas === undefined ? undefined : withVat(fees.office_halalas, registered);
  const { government } = feesOf(variant);
  const parts = [
    governmentPart(fees, language, money, say),
    own === undefined
      ? say("side_questions.fee_office_unknown")
      : say(registered ? "side_questions.fee_office_vat" : "side_questions.fee_office", {
          amount: money(own),
        }),
    ...(own !== undefined && government
      ? [say("side_questions.fee_total", { total: money(own + government) })]
      : []),
  ];
  return parts.join(say("form.separator"));
}

function governmentPart(
  fees: Variant["fees"],
  language: Work["language"],
  money: (amountMinor: number) => string,
  say: (name: SentenceName, variables?: Record<string, string>) => string,
): string {
  const { government_halalas: amount, government_each: each } = fees;
  if (amount === undefined) return say("side_questions.fee_government_unknown");
  if (amount === 0) return say("side_questions.fee_government_none");
  if (!each) return say("side_questions.fee_government", { amount: money(amount) });
  return say("side_questions.fee_government_each", { amount: money(amount), each: each[language] });
}

export function tellDuration(work: Work, asked: Asked | undefined): void {
  const variant = asked && variantOf(asked.flow, asked.fields);
  if (asked && variant) {
    const title = titleOf(asked, work);
    if (!variant.days) addLine(work, "side_questions.days_unknown", { title });
    else addLine(work, "side_questions.days", { title, days: daysText(work, variant.days) });
    return;
  }
  if (!asked || variantQuestion(asked.flow)) {
    addLine(work, "side_questions.duration_general");
    return;
  }
  const title = titleOf(asked, work);
  const minutes = asked.flow.dispatch.promise_minutes;
  if (minutes % 60 === 0) addLine(work, "side_questions.duration_hours", { title, hours: minutes / 60 });
  else addLine(work, "side_questions.duration", { title, minutes });
}

function daysText({ catalogue, language }: Work, { min, max }: NonNullable<Variant["days"]>): string {
  return min === max
    ? sayText(catalogue, language, "side_questions.days_same", { max })
    : sayText(catalogue, language, "side_questions.days_range", { min, max });
}

export function tellPapers(work: Work, asked: Asked | undefined): void {
  const { language } = work;
  const variant = asked && variantOf(asked.flow, asked.fields);
  if (asked && variantQuestion(asked.flow) && !variant) {
    addLine(work, "side_questions.papers_differ");
    return;
  }
  const papers = asked ? papersOf(work, asked) : "";
  if (!asked || papers === "") addLine(work, "side_questions.papers_none");
  else addLine(work, "side_questions.papers", { title: titleOf(asked, work), papers });
  if (variant?.who && variant.platform)
    addLine(work, "side_questions.applied_by", {
      who: variant.who[language],
      platform: variant.platform[language],
    });
}

/** The check-list in one line: the variant's papers, or the names of the files that the flow asks for. Empty when there is none. */
export function papersOf(
  { catalogue, language }: Pick<Work, "catalogue" | "language">,
  asked: Asked,
): string {
  const variant = variantOf(asked.flow, asked.fields);
  const files = asked.flow.questions.filter(({ type }) => type === "photo" || type === "document");
  const names = variant
    ? variant.papers.map((paper) => paper[language])
    : files.map(({ label }) => renderMessage(label[language], language, {}));
  return names.join(sayText(catalogue, language, "form.separator"));
}
