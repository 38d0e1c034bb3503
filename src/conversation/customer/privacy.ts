/** "My data": what is held, in short; correcting and deleting go to a person, within the 30 days that the law gives. */
import type { Field } from "../../domain/answer.ts";
import { withdrawConsent } from "../consent/consent-answer.ts";
import type { Question } from "../flow/flow.ts";
import { askDecision } from "../hearing/decisions.ts";
import { callPartnersOff, ordersOfWish } from "../partner/call-partners-off.ts";
import { dataRequestBy, promiseAnswer, wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { showChannel, showField } from "../show/show.ts";
import { addLine, type Work } from "../work.ts";

export function answerPrivacy(work: Work, what: "see" | "correct" | "delete" | "withdraw"): void {
  if (what === "withdraw") {
    withdrawConsent(work);
    return;
  }
  if (what === "delete") {
    nameDoors(work);
    askDecision(work, { type: "delete_data" });
    return;
  }
  work.aside = true;
  if (what === "see") {
    tellHeld(work);
    nameDoors(work);
    return;
  }
  wantPerson(work, "privacy", false);
  addLine(work, "data.correct", { by: promiseAnswer(work) });
}

function tellHeld(work: Work): void {
  const lines = knownLines(work);
  if (lines.length === 0 && work.orders.length === 0) {
    addLine(work, "data.nothing");
    return;
  }
  if (lines.length === 0) {
    addLine(work, "data.see_orders", { orders: work.orders.length });
    return;
  }
  const separator = sayText(work.catalogue, work.language, "form.separator");
  addLine(work, "data.see", { what: lines.join(separator), orders: work.orders.length });
}

/** What is remembered for next time, each shown as the flow that asked for it shows it. */
function knownLines(work: Work): readonly string[] {
  const lines: string[] = [];
  for (const [name, field] of Object.entries(work.known)) {
    const question = questionRemembering(work, name);
    if (question) lines.push(showField(work.catalogue, question, field as Field, work.language));
  }
  return lines;
}

function questionRemembering(work: Work, name: string): Question | undefined {
  for (const flow of work.catalogue.flows.values()) {
    const found = flow.questions.find(({ remember_as }) => remember_as === name);
    if (found) return found;
  }
  return undefined;
}

/** The customer is sure: a person deletes what no law keeps. */
export function deleteData(work: Work): void {
  wantPerson(work, "privacy", false);
  work.open = undefined;
  addLine(work, "data.delete_done", { by: dataRequestBy(work) });
  nameDoors(work);
  callPartnersOff(work, "delete", ordersOfWish(work));
}

/** Where one person writes from several places, the request is about all of them. */
function nameDoors(work: Work): void {
  const { catalogue, language, before } = work;
  if (!before.doors) return;
  const separator = sayText(catalogue, language, "form.separator");
  const names = before.doors.map(({ channel }) => showChannel(catalogue, channel, language));
  addLine(work, "data.doors", { doors: [...new Set(names)].join(separator) });
}
