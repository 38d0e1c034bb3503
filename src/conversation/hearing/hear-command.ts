/** What can be said at any time, whatever is open: leave, cancel, complain, ask for a person, ask about the office. */
import { closedAnswerTypes } from "../../domain/answer.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import { isOpenComplaint } from "../../orders/complaint.ts";
import { isClosed } from "../../orders/status.ts";
import { parseAnswer } from "../answers/index.ts";
import { complain } from "../complaint/complaint.ts";
import { withdrawComplaint } from "../complaint/complaint-answer.ts";
import { leaveConsent } from "../consent/consent-answer.ts";
import { giveLinkCode, takeLinkCode } from "../customer/doors.ts";
import { hearMessageWish } from "../customer/messages.ts";
import { answerPrivacy } from "../customer/privacy.ts";
import { questionOf } from "../flow/pinned.ts";
import { waitingDraft } from "../form/begin-form.ts";
import { evidenced } from "../form/evidence.ts";
import { takeFields } from "../form/form.ts";
import { tellWhatIsLeft } from "../form/whats-left.ts";
import { cancelOpen, cancelOrder, leaveAside } from "../order/cancel.ts";
import { asksCancelTerms, tellCancelTerms } from "../order/cancel-terms.ts";
import { tellStatus } from "../order/order-status.ts";
import { callEmergency } from "../person/emergency.ts";
import { callPerson } from "../person/person.ts";
import { resumeForm } from "../silence.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { decline } from "./decide.ts";
import { askMenu } from "./menu.ts";
import { asksForExtra, noteQuestion, passOnQuestion } from "./notes.ts";
import { tellOffice } from "./office-facts.ts";

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
      | "messages"
      | "link"
      | "link_code"
      | "office"
      | "resume"
      | "whats_left";
  }
>;

/** Does what one command says. */
export function hearCommand(work: Work, command: Command, text: string): void {
  switch (command.type) {
    case "emergency":
      callEmergency(work, command.of);
      return;
    case "cancel":
      if (asksCancelTerms(text) && tellCancelTerms(work)) return;
      if (command.service !== undefined || !leaveConsent(work)) leaveForm(work, command.service);
      return;
    case "cancel_order":
      if (asksCancelTerms(text) && tellCancelTerms(work)) return;
      hearCancelOrder(work, command.ref, text);
      return;
    case "order_status":
      if (!asksOfForm(work, command.ref, text)) tellStatus(work, command.ref);
      return;
    case "complaint":
      hearComplaint(work, command.ref, text);
      return;
    case "human_agent":
      callPerson(work, "asked");
      return;
    case "language":
      changeLanguage(work, command.language);
      return;
    case "privacy":
      answerPrivacy(work, command.what);
      return;
    case "link":
      giveLinkCode(work);
      return;
    case "link_code":
      takeLinkCode(work);
      return;
    case "messages":
      hearMessageWish(work, command, text);
      return;
    case "office":
      hearOfficeQuestion(work, command, text);
      return;
    case "resume":
      goOn(work);
      return;
    case "whats_left":
      tellWhatIsLeft(work);
      return;
    default:
      command satisfies never;
  }
}

/** «نكمل», «لا تلغيه»: a no to what would end it; else on with the form. What was placed stands, and how it stands is said. */
function goOn(work: Work): void {
  const { open, orders } = work;
  const placed = orders.some(({ status }) => !isClosed(status));
  // To "what shall we change?" it is nothing.
  if (open?.type === "change_what") work.open = undefined;
  if (open && wouldEnd(open)) decline(work);
  else if (placed && work.drafts.length === 0) tellStatus(work, undefined);
  else resumeForm(work);
}

const wouldEnd = (open: Open): boolean =>
  open.type === "cancel_draft" ||
  open.type === "cancel_order" ||
  open.type === "offer_person" ||
  open.type === "stop_messages" ||
  (open.type === "which_order" && open.purpose === "cancel");

/** «الغ الطلب» inside a form means that form, unless an order is named. */
function hearCancelOrder(work: Work, ref: OrderRef | undefined, text: string): void {
  if (withdrawComplaint(work, ref ?? complaintToClose(work, text))) return;
  if (ref !== undefined) cancelOrder(work, ref);
  else if (!leaveConsent(work)) cancelOpen(work);
}

/** «ألغوا الشكوى»: the one that is open. Not where an order is to be cancelled, or who complains speaks of their complaint beside it. */
function complaintToClose({ complaints, event }: Work, text: string): OrderRef | undefined {
  const said = fold(text);
  if (!closesComplaint.test(said) || ordered.test(said)) return undefined;
  const complains =
    event.type === "understood" && event.reading.understandings.some(({ type }) => type === "complaint");
  return complains ? undefined : complaints.find(isOpenComplaint)?.ref;
}

/** The complaint right behind what is to be done with it. */
const closesComplaint =
  /(?:^|[^\p{L}])(?:[اتني]?لغ[يوا]\p{L}*|الغ\p{L}*|[اتني]?كنسل\p{L}*|[اتني]?سحب\p{L}*|[اتني]?قفل\p{L}*|[اتني]?غلق\p{L}*|[اتني]?سكر\p{L}*|[ام]?تنازل\p{L}*|شيل\p{L}*|[اتني]?حذف\p{L}*|cancel|withdraw|drop|close|remove|delete|[ae]lg[hg]?\p{L}*|[ck]an[sc]el\p{L}*)(?: (?:لي|عن|هذه|هذي|هاي|دي|my|the|this|that|el|al|out))* (?:ال|al|el|il)?[ -]?(?:شكو|شكاو|shakw|complaint)/iu;

/** An order of one's own, by any name: then where it is is asked. */
const ordered = /طلب|شحن|طرد|اوردر|حجز|معامل|order|talab|parcel|shipment|booking|request/i;

/** «بتلحقون قبل الخميس ولا لا؟» inside the first form: no order stands yet that it could be about. */
function asksOfForm(work: Work, ref: OrderRef | undefined, text: string): boolean {
  if (ref !== undefined || work.orders.length > 0 || !activeDraft(work) || ordered.test(fold(text)))
    return false;
  if (/(?:^| )(?:how (?:long|soon|fast|quick)|متي|امتي|كم تاخذ|كم ياخذ|emta|mata)(?: |$)/.test(fold(text))) {
    tellOffice(work, { topic: "duration" });
    return true;
  }
  return passOnQuestion(work, text);
}

function changeLanguage(work: Work, language: Work["language"]): void {
  work.language = language;
  work.languageFixed = true;
  work.aside = true;
  addLine(work, "language.changed");
  if (!work.open && !activeDraft(work) && work.orders.length === 0) askMenu(work, "greeting.how_can_we_help");
}

function hearOfficeQuestion(
  work: Work,
  { topic, service, about }: Extract<Command, { type: "office" }>,
  text: string,
): void {
  if (topic === "price" && asksForExtra(text) && noteQuestion(work, text)) return;
  tellOffice(work, { topic, service, about: about && evidenced(work, about) });
}

/** Leaves a form. Whoever names another wish in the same breath («خلاص، أبي فندق بدالها», another paper) is sure. */
function leaveForm(work: Work, service: string | undefined): void {
  const { event } = work;
  const draft = service === undefined ? activeDraft(work) : waitingDraft(work, service);
  const instead =
    event.type === "understood" &&
    event.reading.understandings.some(
      (one) =>
        one.type === "request" && (one.service !== draft?.service || Object.keys(one.fields).length > 0),
    );
  if (draft && (service !== undefined || instead)) leaveAside(work, draft);
  else if (service === undefined) cancelOpen(work);
}

/** A complaint goes to a person; what it says to the question that is open counts all the same («قلت لكم جدة»). */
function hearComplaint(work: Work, ref: OrderRef | undefined, text: string): void {
  const { event } = work;
  const understandings = event.type === "understood" ? event.reading.understandings : [];
  const wantsPerson = understandings.some(({ type }) => type === "human_agent");
  complain(work, ref, { text, wantsPerson });
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
