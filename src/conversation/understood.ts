/** A message in words, read: each of its understandings in the order of mention, then the next question. */
import { closedAnswerTypes, type Fields } from "../domain/answer.ts";
import type { Draft } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { OrderRef } from "../domain/ids.ts";
import type { ReadFields, Understanding } from "../domain/understanding.ts";
import { detectLanguage } from "../language/arabizi.ts";
import { tokens } from "../language/normalise.ts";
import { isClosed } from "../orders/status.ts";
import { repeatOrder } from "./again.ts";
import { amend } from "./amend.ts";
import { parseAnswer } from "./answers/index.ts";
import { skipAhead, skipOpen } from "./ask.ts";
import { explainQuestion } from "./asks-back.ts";
import { cancelOpen, cancelOrder, leaveAside } from "./cancel.ts";
import { asksForAnother, soundsLikeCorrection } from "./commands.ts";
import { leaveConsent } from "./consent-answer.ts";
import { correct } from "./correct.ts";
import { greet, thank } from "./courtesies.ts";
import { agree, changeReadBack, decline, hearChosen } from "./decide.ts";
import { askDecision, askMenu } from "./decisions.ts";
import { callEmergency } from "./emergency.ts";
import { beginForm, type Said, takeFields, waitingDraft } from "./form.ts";
import { asksForExtra, noteQuestion, noteWish } from "./notes.ts";
import { tellOffice } from "./office-facts.ts";
import { tellStatus } from "./order-status.ts";
import { isPermitted } from "./permits.ts";
import { callPerson, complain, misunderstood } from "./person.ts";
import { flowOf, questionOf } from "./pinned.ts";
import { answerPrivacy } from "./privacy.ts";
import { knownRef } from "./reading-context.ts";
import { showWords } from "./show-value.ts";
import { resumeForm } from "./silence.ts";
import { variantOf } from "./variant.ts";
import { takeWayOut } from "./way-out.ts";
import { tellWhatIsLeft } from "./whats-left.ts";
import { activeDraft, addLine, type Work } from "./work.ts";

type Understood = Extract<Event, { type: "understood" }>;
type Secret = Extract<Event, { type: "sent_secret" }>;

/** What was said beside a secret that has just been refused. */
export function hearAround(work: Work, event: Secret): void {
  const text = wordsOf(event);
  for (const understanding of event.reading?.understandings ?? []) {
    const { type } = understanding;
    if (type === "request" || type === "answers" || type === "correct") work.aside = false;
    hear(work, understanding, text);
  }
}

/** Words in a row that tell a change of language from a name inside an answer. */
const fewestWordsToSwitch = 4;

export function stepUnderstood(work: Work, event: Understood): void {
  const text = wordsOf(event);
  followLanguage(work, event, text);
  if (event.said.content.type === "voice") addLine(work, "media.heard", { words: showWords(text, 200) });
  let heard = false;
  const meant = withoutRepeats(event.reading.understandings);
  for (const understanding of meant) {
    const took = hear(work, understanding, text) === "heard";
    // «سلام» before words that nobody understands answers nothing of them.
    heard ||= took && (understanding.type !== "greeting" || meant.length === 1);
  }
  // Where one half of a message was used, the other half needs no apology.
  if (heard || changesAnOrder(work, text) || noteWish(work, text) || takeWayOut(work, text)) work.misses = 0;
  else misunderstood(work);
}

/** A complaint about an order is no question where it is: it goes to a person with it, and one promise of a person is enough. */
function withoutRepeats(understandings: readonly Understanding[]): readonly Understanding[] {
  const complains = understandings.some(({ type }) => type === "complaint");
  if (!complains) return understandings;
  return understandings.filter(({ type }) => type !== "order_status" && type !== "human_agent");
}

/** A complaint goes to a person; what it says to the question that is open counts all the same («قلت لكم جدة»). */
function hearComplaint(work: Work, ref: OrderRef | undefined, text: string): void {
  const { event } = work;
  const understandings = event.type === "understood" ? event.reading.understandings : [];
  complain(
    work,
    ref,
    understandings.some(({ type }) => type === "human_agent"),
  );
  const draft = activeDraft(work);
  if (!draft || work.asked || understandings.length > 1 || work.open?.type !== "field") return;
  const question = questionOf(work.catalogue, draft, work.open.field);
  if (!question || !closedAnswerTypes.has(question.type)) return;
  const { zone } = work.catalogue;
  const read = parseAnswer(question, text, { now: work.said?.at ?? work.at, zone });
  if (read.type !== "parsed") return;
  const { value, start, end } = read;
  takeFields(work, draft, {
    fields: { [question.name]: { value, text: text.slice(start, end), start, end } },
  });
  work.aside = false;
}

/** A wish to change something that was not understood, with an order that can be changed: what is it? */
function changesAnOrder(work: Work, text: string): boolean {
  if (activeDraft(work) || !soundsLikeCorrection(text)) return false;
  if (!work.orders.some(({ status }) => !isClosed(status))) return false;
  amend(work, { fields: {} }, knownRef(work, text));
  return true;
}

function wordsOf({ said }: Understood | Secret): string {
  const { content } = said;
  return ("text" in content && content.text) || "";
}

/** Answers in the customer's language: not for a name, a code or a short answer inside a form. */
function followLanguage(work: Work, { reading, language: written }: Understood, text: string): void {
  const [first] = reading.understandings;
  if (work.languageFixed || (reading.by === "exact" && first?.type === "answers")) return;
  const language = written ?? detectLanguage(text);
  if (language === undefined || language === work.language) return;
  const inForm = work.open !== undefined && work.active !== undefined;
  if (inForm && tokens(text).length < fewestWordsToSwitch) return;
  work.language = language;
}

/** One meaning of the message. `missed`: it could not be used. */
function hear(work: Work, understanding: Understanding, text: string): "heard" | "missed" {
  switch (understanding.type) {
    case "request":
      return hearRequest(work, understanding, text);
    case "again":
      repeatOrder(work, understanding);
      return "heard";
    case "answers":
      return hearAnswers(work, understanding, text);
    case "correct":
      if (!beginMeant(work, understanding)) correct(work, understanding, knownRef(work, text));
      return "heard";
    case "unclear":
      return hearUnclear(work, understanding.candidates, understanding.fields);
    case "out_of_scope":
      return "missed";
    case "greeting":
      greet(work, understanding.salam === true);
      return "heard";
    case "thanks":
      thank(work, text);
      return "heard";
    case "confirm":
      if (needsWritten(work)) return "heard";
      agree(work);
      return "heard";
    case "refuse":
      decline(work);
      return "heard";
    case "chosen":
      if (needsWritten(work)) return "heard";
      return hearChosen(work, understanding.id);
    case "change":
      changeReadBack(work);
      return "heard";
    case "asks_back":
      return explainQuestion(work, understanding.what);
    case "skip":
      if (understanding.field === undefined) skipOpen(work);
      else return skipAhead(work, understanding.field) ? "heard" : "missed";
      return "heard";
    default:
      hearCommand(work, understanding, text);
      return "heard";
  }
}

/** What binds the customer is not taken from a voice that may have been misheard: it is asked for once more, written or pressed. */
function needsWritten(work: Work): boolean {
  const { said, open } = work;
  if (said?.content.type !== "voice" || !open || !binding.has(open.type)) return false;
  addLine(work, "media.heard_yes");
  work.aside = true;
  return true;
}

const binding: ReadonlySet<string> = new Set([
  "read_back",
  "cancel_order",
  "approve_price",
  "amend_order",
  "delete_data",
  "consent",
]);

type Command = Extract<
  Understanding,
  {
    type:
      | "emergency"
      | "cancel"
      | "cancel_order"
      | "order_status"
      | "complaint"
      | "human_agent"
      | "language"
      | "privacy"
      | "office"
      | "resume"
      | "whats_left";
  }
>;

/** What can be said at any time, whatever is open. */
function hearCommand(work: Work, command: Command, text: string): void {
  switch (command.type) {
    case "emergency":
      callEmergency(work);
      return;
    case "cancel":
      if (command.service !== undefined || !leaveConsent(work)) leaveForm(work, command.service);
      return;
    case "cancel_order":
      // «الغ الطلب» inside a form means that form, unless an order is named.
      if (command.ref === undefined && leaveConsent(work)) return;
      if (command.ref === undefined) cancelOpen(work);
      else cancelOrder(work, command.ref);
      return;
    case "order_status":
      tellStatus(work, command.ref);
      return;
    case "complaint":
      hearComplaint(work, command.ref, text);
      return;
    case "human_agent":
      callPerson(work, "asked");
      return;
    case "language":
      work.language = command.language;
      work.languageFixed = true;
      work.aside = true;
      addLine(work, "language.changed");
      if (!work.open && !activeDraft(work) && work.orders.length === 0)
        askMenu(work, "greeting.how_can_we_help");
      return;
    case "privacy":
      answerPrivacy(work, command.what);
      return;
    case "office":
      if (command.topic === "price" && asksForExtra(text) && noteQuestion(work, text)) return;
      tellOffice(work, {
        topic: command.topic,
        service: command.service,
        about: command.about && evidenced(work, command.about),
      });
      return;
    case "resume":
      resumeForm(work);
      return;
    case "whats_left":
      tellWhatIsLeft(work);
      return;
    default:
      command satisfies never;
  }
}

/** Leaves a form. Whoever names another wish in the same breath («خلاص، أبي فندق بدالها») is sure. */
function leaveForm(work: Work, service: string | undefined): void {
  const { event } = work;
  const draft = service === undefined ? activeDraft(work) : waitingDraft(work, service);
  const instead =
    event.type === "understood" &&
    event.reading.understandings.some((one) => one.type === "request" && one.service !== draft?.service);
  if (draft && (service !== undefined || instead)) leaveAside(work, draft);
  else if (service === undefined) cancelOpen(work);
}

/** A service is asked for: its form begins, goes on, or waits behind the one that is open. */
function hearRequest(
  work: Work,
  request: Extract<Understanding, { type: "request" }>,
  text: string,
): "heard" | "missed" {
  const draft = activeDraft(work);
  const another = asksForAnother(text) || (draft !== undefined && namesAnother(work, draft, request));
  if (draft?.service === request.service && !another) {
    const took = takeFields(work, draft, { fields: request.fields, bad: request.bad });
    if (!took && !noteWish(work, text)) work.aside = true;
    return "heard";
  }
  if (!draft && isEdit(work) && recentlyPlaced(work, request.service)) {
    correct(work, { fields: request.fields, bad: request.bad });
    return "heard";
  }
  if (!work.catalogue.flows.has(request.service)) return "missed";
  // What is open waits, and is taken up again after this one.
  if (request.first && draft) [work.active, work.open] = [undefined, undefined];
  beginForm(work, request.service, {
    fields: request.fields,
    bad: request.bad,
    another,
    earlier: clarified(work, request.service),
  });
  return "heard";
}

/** The same service, but of another kind than the form's: another paper is another order. */
function namesAnother(
  work: Work,
  draft: Draft,
  { service, fields }: { service: string; fields: ReadFields },
): boolean {
  if (draft.service !== service) return false;
  const flow = flowOf(work.catalogue, { ...draft, fields: {} });
  const [held, wanted] = [variantOf(flow, draft.fields), variantOf(flow, evidenced(work, fields))];
  return held !== undefined && wanted !== undefined && held.id !== wanted.id;
}

const isEdit = (work: Work): boolean => work.said?.content.type === "edit";

function recentlyPlaced(work: Work, service: string): boolean {
  const [newest] = work.orders;
  return newest?.service === service && !isClosed(newest.status);
}

/** What the unclear message said of a service, once the customer has chosen it. */
export function clarified(work: Work, service: string): Fields | undefined {
  return work.open?.type === "which_service" ? work.open.fields?.[service] : undefined;
}

function hearAnswers(
  work: Work,
  answers: Extract<Understanding, { type: "answers" }>,
  text: string,
): "heard" | "missed" {
  const draft = activeDraft(work);
  if (!draft && beginMeant(work, answers)) return "heard";
  // Without a form, values are meant for an order that is placed already.
  const named = draft ? undefined : knownRef(work, text);
  if (!draft && (named !== undefined || work.orders.some(({ status }) => !isClosed(status)))) {
    correct(work, answers, named);
    return "heard";
  }
  const took = draft && takeFields(work, draft, { fields: answers.fields, bad: answers.bad });
  return took ? "heard" : "missed";
}

/** "Did you mean a hotel?" and "shall we begin?" answered with the hotel's values is answered with yes. */
function beginMeant(work: Work, { fields, bad }: Pick<Said, "fields" | "bad">): boolean {
  const { open } = work;
  if (activeDraft(work) || Object.keys(fields).length === 0) return false;
  if (open?.type === "begin_service") {
    beginForm(work, open.service, { fields, bad, earlier: open.fields });
    return true;
  }
  if (open?.type !== "which_service" || open.text === "") return false;
  const [only, other] = open.candidates;
  if (only === undefined || other !== undefined) return false;
  beginForm(work, only, { fields, bad, earlier: clarified(work, only) });
  return true;
}

function hearUnclear(
  work: Work,
  candidates: readonly string[],
  read: Readonly<Record<string, ReadFields>> | undefined,
): "heard" | "missed" {
  const offered = candidates.filter((id) => {
    const flow = work.catalogue.flows.get(id);
    return flow !== undefined && isPermitted(work.catalogue, flow, work.at);
  });
  const service = activeDraft(work)?.service;
  // Beside an open form a vague word is no new wish: the form's own question is asked again.
  if (offered.length === 0 || (service !== undefined && offered.includes(service))) return "missed";
  const fields = read && withEvidence(work, read);
  askDecision(work, {
    type: "which_service",
    candidates: offered,
    text: work.said?.id ?? "?",
    ...(fields && { fields }),
  });
  return "heard";
}

function withEvidence(
  work: Work,
  read: Readonly<Record<string, ReadFields>>,
): Readonly<Record<string, Fields>> {
  return Object.fromEntries(
    Object.entries(read).map(([service, fields]) => [service, evidenced(work, fields)]),
  );
}

function evidenced(work: Work, fields: ReadFields): Fields {
  const by = work.event.type === "understood" ? work.event.reading.by : "exact";
  const messageId = work.said?.id ?? "";
  return Object.fromEntries(
    Object.entries(fields).map(([name, { value, text, start, end }]) => [
      name,
      { value, evidence: { text, start, end, messageId, by } },
    ]),
  );
}
