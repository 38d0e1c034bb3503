/**
 * What a turn ends with: the next missing question, the read-back, or the open question once more. One question a turn, on its
 * last line.
 */
import type { Draft } from "../../domain/conversation.ts";
import type { Shareable } from "../../domain/message.ts";
import { isolate } from "../../language/format.ts";
import type { Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { repeatDecision } from "../hearing/decisions.ts";
import { askText, dayChoices, daysMeant, fieldChoices } from "../show/field-question.ts";
import { showBriefly, showNamed } from "../show/show.ts";
import { activeDraft, addLine, askAs, openQuestion, putDraft, type Work } from "../work.ts";
import { nextQuestion } from "./fill.ts";
import { withProposals } from "./known-values.ts";
import { complete } from "./place.ts";

/** Asks whatever the conversation needs next, unless a behaviour has settled that already. */
export function proceed(work: Work): void {
  if (work.asked || work.silent) return;
  if ((work.aside || work.open?.type === "consent") && repeatDecision(work)) return;
  const draft = activeDraft(work) ?? nextDraft(work);
  if (!draft) {
    // A menu that was offered stays good beside an answered side question.
    if (!work.aside) work.open = undefined;
    return;
  }
  const flow = flowOf(work.catalogue, draft);
  const again = work.aside && work.open?.type === "field" ? questionNamed(flow, work.open.field) : undefined;
  const question = again ?? nextQuestion(flow, draft);
  if (question) {
    askField(work, draft, question);
    return;
  }
  complete(work, draft, flow);
  // Placed without a read-back: the form that waited behind it is taken up in the same bubble.
  if (!work.asked) proceed(work);
}

/** The form that waited behind the one that has just ended. */
function nextDraft(work: Work): Draft | undefined {
  const waiting = work.drafts.find(({ abandoned }) => !abandoned);
  if (!waiting) return undefined;
  const next = withProposals(work, waiting);
  if (next !== waiting) putDraft(work, next);
  work.active = next.id;
  work.open = undefined;
  sayWhatIsThere(work, next, "form.next_one");
  return next;
}

/** Asks one field of a form. The same question again keeps its token, so that its earlier buttons still work. */
export function askField(work: Work, draft: Draft, question: Question): void {
  askFieldInWords(work, draft, question);
  work.wants = shareableFor(question);
}

/** A pin answers a question for a place; the platform knows a customer's own number alone, so only a question for that takes it. */
function shareableFor({ type, remember_as }: Question): Shareable | undefined {
  if (type === "phone") return remember_as === "customer_phone" ? "phone" : undefined;
  return type === "address" || type === "location" ? "location" : undefined;
}

function askFieldInWords(work: Work, draft: Draft, question: Question): void {
  const text = askText(work, question);
  const { open } = work;
  if (open?.type === "field" && open.draft === draft.id && open.field === question.name) {
    askAs(
      work,
      text,
      open.days ? dayChoices(work, open.days, open.token) : fieldChoices(work, question, open.token),
    );
    return;
  }
  openQuestion(work, (token) => ({
    open: { type: "field", draft: draft.id, field: question.name, token },
    text,
    choices: fieldChoices(work, question, token),
  }));
}

/** Takes up a form, with what the customer has already said of it. */
export function sayWhatIsThere(work: Work, draft: Draft, name: "form.next_one" | "form.resumed"): void {
  const flow = flowOf(work.catalogue, draft);
  const title = flow.title[work.language];
  const given = Object.keys(draft.fields).filter((field) => draft.fields[field]?.evidence.by !== "known");
  if (given.length === 0) addLine(work, name, { title });
  else
    addLine(work, `${name}_noted`, {
      title,
      what: showBriefly(work.catalogue, flow, draft.fields, given, work.language),
    });
}

/** «الخميس» said on a Thursday: which one? */
export function askWhichDay(
  work: Work,
  draft: Draft,
  question: Question,
  days: readonly string[] = daysMeant(work),
): void {
  openQuestion(work, (token) => ({
    open: { type: "field", draft: draft.id, field: question.name, token, days },
    text: askText(work, question),
    choices: dayChoices(work, days, token),
  }));
}

/** Puts an open question off: «لاحقًا», where the flow allows it. */
export function skipOpen(work: Work): void {
  const { open } = work;
  const draft = activeDraft(work);
  work.aside = true;
  if (open?.type === "amend_what" || open?.type === "amend_field" || open?.type === "amend_order") {
    work.open = undefined;
    addLine(work, "correct.kept", { ref: isolate(open.ref) });
    return;
  }
  const question = draft && skippable(work, draft);
  if (!question) return;
  const wasOffered = open?.type === "offer_person";
  if (draft.fields[question.name]) {
    // Asked only to change it: leaving it as it was is no loss.
    work.aside = false;
    const flow = flowOf(work.catalogue, draft);
    const what = showNamed(work.catalogue, flow, draft.fields, [question.name], work.language);
    addLine(work, "correct.unchanged", { what });
  } else if (question.later) {
    work.aside = false;
    putDraft(work, { ...draft, skipped: [...draft.skipped, question.name] });
    addLine(work, "form.later_noted");
  } else {
    addLine(work, wasOffered ? "not_understood.go_on" : needed(question));
  }
  if (!work.aside || wasOffered) work.open = undefined;
}

/** Of what is measured a rough figure will do; anything else is needed as it is. */
const needed = ({ type }: Question): "form.skip_estimate" | "form.skip_needed" =>
  type === "number" || type === "integer" || type === "duration" ? "form.skip_estimate" : "form.skip_needed";

/** «العنوان الوطني بعدين» while something else is asked for: that question is put off before it comes. False where it can't be. */
export function skipAhead(work: Work, field: string): boolean {
  const draft = activeDraft(work);
  const question = draft && questionNamed(flowOf(work.catalogue, draft), field);
  if (!draft || !question?.later || draft.fields[field]) return false;
  if (!draft.skipped.includes(field)) putDraft(work, { ...draft, skipped: [...draft.skipped, field] });
  addLine(work, "form.later_noted");
  return true;
}

/** The question that "later" puts off: the open one, or the one behind the offer of a person. */
function skippable(work: Work, draft: Draft): Question | undefined {
  const flow = flowOf(work.catalogue, draft);
  if (work.open?.type === "field") return questionNamed(flow, work.open.field);
  return work.open?.type === "offer_person" ? nextQuestion(flow, draft) : undefined;
}
