/**
 * «ممكن نلغي لو ما قدرنا نيجي؟», "is it free to cancel?": what cancelling would cost is asked, and nothing is cancelled. Answered by the rule of
 * the form that is open, else of the newest order.
 */
import { formatMoney } from "../../language/format.ts";
import { fold } from "../../language/letters/normalise.ts";
import { isClosed, isFreeToCancel } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { acceptedRule } from "./cancel-rule.ts";

const cancelling =
  /(?:^|[^\p{L}])(?:و?(?:ال)?(?:الغاء?|[انتي]?لغي\S*|كنسل\S*|[انتي]كنسل\S*)|cancel\S*|al8[iy]|el8a2?|alghi|nalghi|canc[ei]l)(?!\p{L})/iu;

/** Politeness is no condition. */
const polite =
  /(?:لو|اذا) (?:سمحت\S*|تكرمت\S*|ممكن|امكن)|law sama7t\S*|if (?:you )?(?:please|possible|can|could)/giu;
const conditional =
  /(?:^|\s)(?:و?لو|و?اذا|بعدين|لاحقا|بعد كذا|if|in case|later|afterwards|law|lw|eza|b3den)\s*/iu;
const costs =
  /مجان|ببلاش|رسوم|غرام|يخصم|خصم|استرج|ترجع|يرجع|سياسه|شروط|(?:^|\s)(?:free|fee|fees|charge[ds]?|penalty|refund\S*|policy|terms)(?!\p{L})/iu;
const asking =
  /[?؟]|^\s*و?(?:هل|ممكن|اقدر|نقدر|يمديني|ينفع|فيه|في|وش|ايش|شنو|ايه|كم|ما هي|can|could|may|is|are|do|does|what|how|momken|a2dar|agdar|yenfa3|hal)(?!\p{L})/iu;

/** Is it asked what cancelling would cost, or whether it would be possible? */
export function asksCancelTerms(text: string): boolean {
  const said = fold(text).replace(polite, " ");
  return cancelling.test(said) && asking.test(said) && (conditional.test(said) || costs.test(said));
}

/** False where there is nothing to which terms could apply. */
export function tellCancelTerms(work: Work): boolean {
  const draft = activeDraft(work);
  const order = draft ? undefined : work.orders.find(({ status }) => !isClosed(status));
  if (!draft && !order) return false;
  if (order && !isFreeToCancel(order.status)) {
    addLine(work, "cancel.terms_begun");
    return true;
  }
  const flow = draft ? flowOf(work.catalogue, draft) : work.catalogue.flows.get(order?.service ?? "");
  if (!flow) return false;
  const rule = acceptedRule(work.catalogue, flow);
  if (rule.type === "fee")
    addLine(work, "cancel.terms_fee", { fee: formatMoney(rule.price.total, work.language) });
  else addLine(work, rule.type === "free" ? "cancel.terms_free" : "cancel.terms_staff");
  return true;
}
