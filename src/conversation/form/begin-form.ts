/**
 * A form begins with what the message already says of it; while another is open it waits behind that one. What may not be offered is
 * declined, and health waits for its consent.
 */
import type { Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { askConsent, needsConsent } from "../consent/consent.ts";
import type { Flow } from "../flow/flow.ts";
import { isPermitted, lackingField } from "../flow/permits.ts";
import { flowOf } from "../flow/pinned.ts";
import { askMenu } from "../hearing/menu.ts";
import { withPartsKept } from "../reading/part-corrected.ts";
import { toldEarlier } from "../reading/read-before.ts";
import { withStory } from "../reading/told-story.ts";
import { showBriefly, showNamed } from "../show/show.ts";
import { showWords } from "../show/show-value.ts";
import { activeDraft, addLine, addNoted, nextDraftId, putDraft, type Work } from "../work.ts";
import { type Filled, fill, settle } from "./fill.ts";
import { type Said, tellBad } from "./form.ts";
import { proposedFields } from "./known-values.ts";
import { leftBehind } from "./left-behind.ts";
import { withOtherwise } from "./otherwise.ts";
import { sourceOf } from "./source.ts";

/** Forms that a chat keeps at most; the oldest abandoned ones leave first. */
const mostDrafts = 10;

/** Begins a form of a service, unless it may not be offered, its consent is missing, or one that waits takes the values. */
export function beginForm(work: Work, service: string, said: Said): void {
  const flow = work.catalogue.flows.get(service);
  if (flow?.kind !== "service") return;
  if (!isPermitted(work.catalogue, flow, work.at)) {
    declineToBegin(work, flow.title[work.language]);
    return;
  }
  if (needsConsent(work.catalogue, work, service, work.at)) {
    askConsent(work, service);
    return;
  }
  const waiting = activeDraft(work) && waitingDraft(work, service);
  if (waiting && (said.another !== true || saysNothingElse(waiting, said))) {
    addToWaiting(work, waiting, said);
    return;
  }
  const lapsed = lackingField(work.catalogue, flow, said.earlier ?? {}, work.at);
  if (lapsed !== undefined) {
    declineToBegin(work, showWords(said.earlier?.[lapsed]?.evidence.text ?? lapsed, 60));
    return;
  }
  const told = fillWith(work, flow, said, toldEarlier(work, flow));
  const filled = told.bad.some(({ reason }) => reason === "contradiction")
    ? fillWith(work, flow, said, {})
    : told;
  const lacking = filled.bad.find(({ reason }) => reason === "needs_permit");
  if (lacking) declineToBegin(work, showWords(lacking.text, 60));
  else takeUp(work, flow, newDraft(work, flow, said, filled), filled);
}

/** Whoever names once more what waits already wants no second one of it. */
function saysNothingElse(waiting: Draft, { fields }: Said): boolean {
  const said = Object.entries(fields);
  const isHeld = ([name, { value }]: (typeof said)[number]) =>
    JSON.stringify(waiting.fields[name]?.value) === JSON.stringify(value);
  return said.length > 0 && said.every(isHeld);
}

/** What the message says, over what an unclear one before it and the customer's earlier lines said. */
function fillWith(work: Work, flow: Flow, said: Said, before: Fields): Filled {
  const earlier = settle(flow, {}, { ...before, ...said.earlier });
  const read = withStory(work, flow, withOtherwise(work, flow, said.fields), Object.keys(earlier.fields));
  return fill(flow, earlier.fields, read, said.bad, sourceOf(work));
}

/** The form with what was said and, for the read-back, what is known. */
function newDraft(work: Work, flow: Flow, { like }: Said, filled: Filled): Draft {
  const proposed = flow.confirm
    ? { ...proposedFields(work, flow), ...leftBehind(work, flow, filled.fields), ...like }
    : {};
  return {
    id: nextDraftId(work),
    service: flow.id,
    flowHash: flow.hash,
    fields: settle(flow, proposed, filled.fields).fields,
    skipped: [],
    proposed: Object.keys(proposed).filter((name) => filled.fields[name] === undefined),
    begunAt: work.at,
    ...(like && { distinct: true }),
  };
}

/** Keeps the form, says what was caught, and works on it when no other is open. */
function takeUp(work: Work, flow: Flow, draft: Draft, filled: Filled): void {
  const kept = work.drafts.filter((other) => !(other.abandoned && other.service === draft.service));
  work.drafts = [...kept, draft].slice(-mostDrafts);
  const what = showBriefly(work.catalogue, flow, filled.fields, Object.keys(filled.fields), work.language);
  const title = flow.title[work.language];
  if (activeDraft(work)) {
    if (what === "") addLine(work, "form.queued", { title });
    else addLine(work, "form.queued_noted", { title, what });
    return;
  }
  work.active = draft.id;
  if (work.open?.type !== "consent") work.open = undefined;
  if (what === "") addLine(work, "form.begin", { title });
  else addNoted(work, "form.begin_noted", { title, what });
  tellBad(work, draft, flow, filled);
}

/** What needs a permit that the office does not hold is declined in words, and the menu offered where nothing else is open. */
function declineToBegin(work: Work, title: string): void {
  addLine(work, "side_questions.not_offered", { title });
  work.aside = true;
  if (!activeDraft(work)) askMenu(work, "not_understood.menu");
}

/** A form of this service that waits behind the one that is being worked on. */
export function waitingDraft(work: Work, service: string): Draft | undefined {
  return work.drafts.find(
    (draft) => draft.service === service && !draft.abandoned && draft.id !== work.active,
  );
}

/** What is said of a form that waits goes there; the open one goes on. */
export function addToWaiting(work: Work, draft: Draft, said: Said): void {
  const flow = flowOf(work.catalogue, draft);
  const read = withPartsKept(flow, draft.fields, withOtherwise(work, flow, said.fields));
  const filled = fill(flow, draft.fields, read, said.bad, sourceOf(work));
  const names = [...filled.noted, ...filled.changed];
  const what = showBriefly(work.catalogue, flow, filled.fields, names, work.language);
  const title = flow.title[work.language];
  if (names.length > 0) {
    const proposed = draft.proposed.filter((name) => said.fields[name] === undefined);
    putDraft(work, { ...draft, fields: filled.fields, proposed });
  }
  const again = names.length > 0 ? [] : Object.keys(said.fields).filter((name) => filled.fields[name]);
  if (again.length > 0)
    addLine(work, "correct.unchanged", {
      what: showNamed(work.catalogue, flow, filled.fields, again, work.language),
    });
  else if (what === "") addLine(work, "form.queued", { title });
  else addLine(work, "form.added_to_queued", { title, what });
}
