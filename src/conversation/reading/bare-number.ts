/**
 * «تمام بس خليها ٤» under a read-back: a number to be set that says not of what. The only field that it can be takes it; of several
 * the customer is asked which, and the number is kept for that answer.
 */
import type { AnswerValue, Field, Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { problemWith } from "../answers/problem.ts";
import type { Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { askToChange } from "../form/correct.ts";
import { evidenced } from "../form/evidence.ts";
import { settle } from "../form/fill.ts";
import { sourceOf } from "../form/source.ts";
import { askDecision, changeable } from "../hearing/decisions.ts";
import { showBriefly } from "../show/show.ts";
import { activeDraft, addLine, putDraft, type Work } from "../work.ts";

const sets =
  /^(?:(?:تمام|طيب|اوكي|اوك|ماشي|زين|حلو|كويس|نعم|ايوه|ايوا|لا|ok|okay|good|fine|yes|no|tamam|tayeb|بس|لكن|ولكن|but|bas|just|only|pls|please) )*(?:خل[يو]?(?:ها|ه)|خليهم|خلوهم|اجعلوها|اجعلها|حطوها|حطها|سووها|سوها|نخليها|نجعلها|make (?:it|that|them)|set it to|change it to|put|khal+[ei]+ha|5al+[ei]+ha) ([0-9]+(?:[.][0-9]+)?)(?: (?:بس|احسن|افضل|لو سمحت|please|pls|instead))*$/;

/** What says no more than yes, no or nothing to the office. */
const emptyHanded: ReadonlySet<Understanding["type"]> = new Set([
  ...(["unclear", "out_of_scope", "wish", "confirm", "refuse", "change"] as const),
]);

/** Takes it, or asks which field is meant. False where the message sets no bare number, was understood, or no field could hold it. */
export function setsBareNumber(work: Work, meant: readonly Understanding[], text: string): boolean {
  const draft = activeDraft(work);
  if (!draft || work.open?.type !== "read_back") return false;
  const read = meant.every(
    (one) =>
      emptyHanded.has(one.type) ||
      (one.type === "correct" && Object.keys(one.fields).length === 0) ||
      (one.type === "request" && one.service !== draft.service && Object.keys(one.fields).length === 0),
  );
  const words = tokens(text);
  const number = sets.exec(words.map((word) => word.text).join(" "))?.[1];
  const place = words.find((word) => word.text === number);
  if (!read || number === undefined || !place) return false;
  const { start, end } = place;
  const among = evidenced(
    work,
    Object.fromEntries(
      fitting(work, draft, Number(number)).map(({ name, value }) => [
        name,
        { value, text: text.slice(start, end), start, end },
      ]),
    ),
  );
  return choose(work, draft, among);
}

function choose(work: Work, draft: Draft, among: Fields): boolean {
  const [only, another] = Object.entries(among);
  if (!only) return false;
  if (another) askDecision(work, { type: "change_what", draft: draft.id, among });
  else setNumber(work, draft, ...only);
  return true;
}

type Fitting = { readonly name: string; readonly value: AnswerValue };

/** The numbers of the form that this one could replace; money only where it is of about the same size. */
function fitting(work: Work, draft: Draft, number: number): readonly Fitting[] {
  const { today } = sourceOf(work);
  return changeable(work, draft.id).flatMap((question): readonly Fitting[] => {
    const value = replacing(question, draft.fields[question.name]?.value, number);
    return value === undefined || problemWith(question, value, today) ? [] : [{ name: question.name, value }];
  });
}

const mostTimes = 3;

function replacing(
  { type }: Question,
  held: AnswerValue | undefined,
  number: number,
): AnswerValue | undefined {
  if (type === "integer" || type === "number") return number;
  if (type !== "money" || typeof held !== "object" || !("amountMinor" in held)) return undefined;
  const amountMinor = Math.round(number * 100);
  const isLike = amountMinor * mostTimes >= held.amountMinor && amountMinor <= held.amountMinor * mostTimes;
  return isLike ? { ...held, amountMinor } : undefined;
}

/** Puts the number into the field that was meant; where it contradicts another the field is asked for. */
export function setNumber(work: Work, draft: Draft, name: string, told: Field): void {
  const flow = flowOf(work.catalogue, draft);
  const { fields, noted, changed, bad } = settle(flow, draft.fields, { [name]: told });
  if (bad.length > 0 || !questionNamed(flow, name)) {
    askToChange(work, draft, name);
    return;
  }
  work.open = undefined;
  putDraft(work, { ...draft, fields, proposed: draft.proposed.filter((one) => one !== name) });
  const what = showBriefly(work.catalogue, flow, fields, [...noted, ...changed], work.language);
  if (what !== "") addLine(work, "form.changed", { what });
}
