/** A service is asked for, surely or perhaps: its form begins, goes on, or waits behind the one that is open. */
import type { Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import type { ReadFields, Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { isClosed } from "../../orders/status.ts";
import { isPermitted } from "../flow/permits.ts";
import { flowOf } from "../flow/pinned.ts";
import { variantOf } from "../flow/variant.ts";
import { beginForm } from "../form/begin-form.ts";
import { correct } from "../form/correct.ts";
import { evidenced } from "../form/evidence.ts";
import { type Said, takeFields } from "../form/form.ts";
import { asksForAnother } from "../reading/commands.ts";
import { withOpenText } from "../reading/open-text.ts";
import { activeDraft, type Work } from "../work.ts";
import { askDecision } from "./decisions.ts";
import { noteWish, wishesFor } from "./notes.ts";

type Request = Extract<Understanding, { type: "request" }>;

/** `missed`: the service is not among those that this office knows. */
export function hearRequest(work: Work, request: Request, text: string): "heard" | "missed" {
  const draft = activeDraft(work);
  const another = asksForAnother(text) || (draft !== undefined && namesAnother(work, draft, request));
  if (draft?.service === request.service && !another) {
    const fields = withOpenText(work, draft, request.fields, text);
    const took = takeFields(work, draft, { fields, bad: request.bad });
    if (!took && !noteWish(work, text)) work.aside = true;
    return "heard";
  }
  if (!draft && isEdit(work) && recentlyPlaced(work, request.service)) {
    correct(work, { fields: request.fields, bad: request.bad });
    return "heard";
  }
  if (work.catalogue.flows.get(request.service)?.kind !== "service") return "missed";
  if (goesOnWithOffer(work, request, text)) return "heard";
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

/** «يارس ٢٠١٩ بعتها على ولد خالي» behind "shall we begin?": told of what was asked about, where it wishes for nothing and gives another service nothing. */
function goesOnWithOffer(work: Work, { service, fields }: Request, text: string): boolean {
  const { open } = work;
  if (open?.type !== "begin_service" || service === open.service) return false;
  return Object.keys(fields).length === 0 && !wishesFor(text) && beginOffered(work);
}

/** Fewer words may be anything. */
const fewestWordsOfStory = 5;

/** A story of which nothing was understood, behind "shall we begin?": whoever goes on telling wants it begun. */
export function tellsBehindOffer(work: Work, text: string): boolean {
  return (
    tokens(text).length >= fewestWordsOfStory &&
    !/[?؟]/.test(text) &&
    !tokens(text).some((word) => turnsAway.test(word.text)) &&
    !wishesFor(text) &&
    beginOffered(work)
  );
}

/** «غالي والله، الناس برا أرخص»: who finds it dear, or has it done elsewhere, begins nothing. */
const turnsAway =
  /^و?(?:غالي.*|غاليه|ارخص|رخيص.*|غيركم|برا|بره|سواها|سواه|انتهي|انتهت|خلصت|خلصناها|expensive|pricey|dear|cheaper|elsewhere|myself|already|ghali|arkhas)$/;

function beginOffered(work: Work): boolean {
  const { open } = work;
  if (open?.type !== "begin_service" || activeDraft(work)) return false;
  beginForm(work, open.service, { fields: {}, earlier: open.fields });
  return true;
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

/** What the message said of a service that was unclear, or was only asked about, once the customer has chosen it. */
function clarified({ open }: Work, service: string): Fields | undefined {
  if (open?.type === "begin_service") return open.service === service ? open.fields : undefined;
  return open?.type === "which_service" ? open.fields?.[service] : undefined;
}

/** "Did you mean a hotel?" and "shall we begin?" answered with the hotel's values is answered with yes. */
export function beginMeant(work: Work, { fields, bad }: Pick<Said, "fields" | "bad">): boolean {
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

/** Two services are about as likely: which one is asked. `missed`: none of them can be offered, or it is the open form's own. */
export function hearUnclear(
  work: Work,
  { candidates, fields: read }: Extract<Understanding, { type: "unclear" }>,
  text: string,
): "heard" | "missed" {
  const offered = candidates.filter((id) => {
    const flow = work.catalogue.flows.get(id);
    return flow !== undefined && isPermitted(work.catalogue, flow, work.at);
  });
  const service = activeDraft(work)?.service;
  // Beside an open form a vague word is no new wish: the form's own question is asked again.
  if (offered.length === 0 || (service !== undefined && offered.includes(service))) return "missed";
  if (goesOnWithReadBack(work, text)) return "missed";
  const fields = read && withEvidence(work, read);
  askDecision(work, {
    type: "which_service",
    candidates: offered,
    text: work.said?.id ?? "?",
    ...(fields && { fields }),
  });
  return "heard";
}

/** «القصيم كمان», «ايه بس يكون مطبوع عليها شعارنا»: what wishes for nothing under a read-back is said of what was read. */
const goesOnWithReadBack = ({ open }: Work, text: string): boolean =>
  open?.type === "read_back" && !wishesFor(text);

function withEvidence(
  work: Work,
  read: Readonly<Record<string, ReadFields>>,
): Readonly<Record<string, Fields>> {
  return Object.fromEntries(
    Object.entries(read).map(([service, fields]) => [service, evidenced(work, fields)]),
  );
}
