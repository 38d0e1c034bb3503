/**
 * What a message says of a protected service before its customer has agreed that it may be kept: taken out of the message and of its reading
 * before anything is stored. The values go to the shell, which holds them in memory; the line keeps dots.
 */
import type { Conversation } from "../../domain/conversation.ts";
import type { Language } from "../../domain/language.ts";
import type { HeldSaying } from "../../domain/said.ts";
import type { ReadField, ReadFields, Reading, Understanding } from "../../domain/understanding.ts";
import { detectLanguage } from "../../language/letters/arabizi.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { troubleIn } from "../../language/replies/troubles.ts";
import { readPlainYesNo } from "../../language/replies/yes-no.ts";
import type { Catalogue } from "../flow/flow.ts";
import { activeDraftOf } from "../reading/reading-context.ts";
import { needsConsent } from "./consent.ts";

/** `text`: as it may be stored. `reading`: without a value of a protected service. `saying`: what was taken out. */
export type Withheld = {
  readonly text: string;
  readonly language: Language | undefined;
  readonly reading: Reading;
  readonly saying: HeldSaying;
};

/** Stands for words that are not kept, as it does for secrets. */
const dots = "•••";
/** A longer value of another service may reach into words about health. */
const mostWordsKept = 4;

type Saying = { readonly id: string; readonly at: number; readonly text: string };
type Work = {
  readonly conversation: Conversation;
  readonly protects: (service: string | undefined) => boolean;
  /** The service whose consent is asked for and that no form stands in front of. */
  readonly awaited: string | undefined;
  readonly said: Record<string, HeldSaying["said"][string]>;
};

/** The service whose consent is open in this chat. */
function awaitedService({ open }: Pick<Conversation, "open">): string | undefined {
  return open?.type === "consent" ? open.service : undefined;
}

/** Whether nothing but words can be taken from this chat now: it waits to hear whether data of a protected kind may be kept. */
export function isWithholding(conversation: Pick<Conversation, "open">): boolean {
  return awaitedService(conversation) !== undefined;
}

/** Whether a reading is about a service of which nothing may be kept yet. */
export function concernsProtected(
  catalogue: Catalogue,
  conversation: Conversation,
  { understandings }: Reading,
  at: number,
): boolean {
  return understandings.some((one) =>
    servicesOf(conversation, one).some(
      (service) => service !== undefined && needsConsent(catalogue, conversation, service, at),
    ),
  );
}

/** Takes out of a message what must not be kept; undefined when all of it may be. Exact commands are no health data. */
export function withhold(
  catalogue: Catalogue,
  conversation: Conversation,
  { id, at, text }: Saying,
  reading: Reading,
): Withheld | undefined {
  const awaited = awaitedService(conversation);
  const protects = (service: string | undefined): boolean =>
    service !== undefined && needsConsent(catalogue, conversation, service, at);
  const concerned = concernsProtected(catalogue, conversation, reading, at);
  if (!concerned && (awaited === undefined || isHarmless(conversation, reading))) return undefined;
  const hasForm = activeDraftOf(conversation) !== undefined;
  const work: Work = { conversation, protects, awaited: hasForm ? undefined : awaited, said: {} };
  const stripped = reading.understandings.map((one) => strip(work, one));
  const trouble = troubleIn(text, true);
  const saying: HeldSaying = {
    ...{ messageId: id, at, by: reading.by, said: work.said },
    ...(trouble && { trouble }),
  };
  const agrees = work.awaited !== undefined && holdsValues(saying) && leadsWithYes(text);
  const understandings = agrees ? [yes, ...others(stripped, work.awaited)] : withoutRepeats(stripped);
  const kept = keepWords(text, understandings, spansOf(saying));
  return {
    text: kept.text,
    language: detectLanguage(text),
    reading: { ...reading, understandings: kept.understandings },
    saying,
  };
}

const yes: Understanding = { type: "chosen", id: "yes" };

function servicesOf(
  { orders }: Pick<Conversation, "orders">,
  understanding: Understanding,
): readonly (string | undefined)[] {
  switch (understanding.type) {
    case "again":
      return [understanding.service ?? orders[0]?.service];
    case "request":
    case "office":
      return [understanding.service];
    case "unclear":
      return understanding.candidates;
    default:
      return [];
  }
}

/** While a consent is asked for: commands and buttons, another service, and answers to the form behind the question. */
function isHarmless(conversation: Conversation, { by, understandings }: Reading): boolean {
  if (by === "exact") return true;
  const hasForm = activeDraftOf(conversation) !== undefined;
  return understandings.every(
    ({ type }) => type === "request" || (hasForm && (type === "answers" || type === "correct")),
  );
}

/** One meaning without the values of a protected service; those go to `work.said`. */
function strip(work: Work, understanding: Understanding): Understanding {
  switch (understanding.type) {
    case "request":
      if (!work.protects(understanding.service)) return understanding;
      return hold(work, understanding.service, understanding);
    case "again": {
      const [service] = servicesOf(work.conversation, understanding);
      return service !== undefined && work.protects(service)
        ? hold(work, service, understanding)
        : understanding;
    }
    case "answers":
    case "correct":
      return work.awaited === undefined ? understanding : hold(work, work.awaited, understanding);
    case "unclear": {
      if (!understanding.candidates.some(work.protects)) return understanding;
      for (const candidate of understanding.candidates)
        hold(work, candidate, { fields: understanding.fields?.[candidate] ?? {} });
      return { type: "unclear", candidates: understanding.candidates };
    }
    case "office": {
      const { about: _about, ...rest } = understanding;
      return work.protects(understanding.service) ? rest : understanding;
    }
    default:
      return understanding;
  }
}

function hold(work: Work, service: string, { fields, bad }: HeldSaying["said"][string]): Understanding {
  const before = work.said[service];
  const allBad = { ...before?.bad, ...bad };
  work.said[service] = {
    fields: { ...before?.fields, ...fields },
    ...(Object.keys(allBad).length > 0 && { bad: allBad }),
  };
  return { type: "request", service, fields: {} };
}

const holdsValues = ({ said }: HeldSaying): boolean =>
  Object.values(said).some(({ fields }) => Object.keys(fields).length > 0);

/** «موافق، بكرة في جدة»: the answer, and what comes next. */
function leadsWithYes(text: string): boolean {
  const lead = /^[^,،.;؛!\n]{1,40}(?=[,،.;؛!\n])/.exec(text)?.[0];
  return lead !== undefined && !/[?؟]/.test(text) && readPlainYesNo(lead) === "yes";
}

const others = (all: readonly Understanding[], service: string | undefined): readonly Understanding[] =>
  all.filter((one) => one.type !== "request" || one.service !== service);

function withoutRepeats(all: readonly Understanding[]): readonly Understanding[] {
  return all.filter(
    (one, index) =>
      one.type !== "request" ||
      Object.keys(one.fields).length > 0 ||
      !all.slice(0, index).some((other) => other.type === "request" && other.service === one.service),
  );
}

type Span = { readonly start: number; readonly end: number };

const spansOf = ({ said }: HeldSaying): readonly Span[] =>
  Object.values(said).flatMap(({ fields, bad = {} }) => [...Object.values(fields), ...Object.values(bad)]);

/** The words of other services' values, apart by dots; the values move to where their words now stand. */
function keepWords(
  text: string,
  understandings: readonly Understanding[],
  taken: readonly Span[],
): { readonly text: string; readonly understandings: readonly Understanding[] } {
  let kept = "";
  const move = (fields: ReadFields): ReadFields => {
    const moved: Record<string, ReadField> = {};
    for (const [name, field] of Object.entries(fields)) {
      const overlaps = taken.some(({ start, end }) => field.start < end && field.end > start);
      if (overlaps || tokens(field.text).length > mostWordsKept) continue;
      kept += `${kept === "" ? "" : " "}${dots} `;
      const start = kept.length;
      kept += text.slice(field.start, field.end);
      moved[name] = { ...field, start, end: kept.length };
    }
    return moved;
  };
  const all = understandings.map((one): Understanding => {
    if (one.type !== "request" && one.type !== "answers" && one.type !== "correct") return one;
    const { bad: _bad, ...rest } = one;
    return { ...rest, fields: move(one.fields) };
  });
  return { text: kept === "" ? dots : `${kept} ${dots}`, understandings: all };
}
