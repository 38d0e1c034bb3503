/** Greetings and thanks: answered shortly, never a misunderstanding. A salam is answered with its salam. */
import { askMenu } from "./decisions.ts";
import { activeDraft, addLine, type Work } from "./work.ts";

/** A greeting is answered with its like; alone in an idle chat it brings the menu. */
export function greet(work: Work, salam: boolean): void {
  work.salam = salam;
  if (work.before.greeted) addLine(work, salam ? "greeting.salam" : "greeting.hello");
  const event = work.event;
  const alone =
    event.type === "understood" &&
    event.reading.understandings.every(({ type }) => type === "greeting" || type === "thanks");
  if (!alone) {
    // «السلام عليكم، أبي فندق»: the salam is answered, a mere hello is not.
    if (!salam && work.before.greeted) work.parts.pop();
    return;
  }
  work.aside = true;
  if (activeDraft(work) || work.asked) return;
  if (work.open && !(work.open.type === "which_service" && work.open.text === "")) return;
  const resting = work.drafts.findLast(({ abandoned }) => abandoned);
  if (resting) {
    const title = work.catalogue.flows.get(resting.service)?.title[work.language] ?? resting.service;
    addLine(work, "greeting.unfinished", { title });
  }
  askMenu(work, "greeting.how_can_we_help");
}

/** Thanks are answered only where nothing else is. */
export function thank(work: Work): void {
  const alone = work.event.type === "understood" && work.event.reading.understandings.length === 1;
  if (!alone) return;
  addLine(work, "greeting.thanks");
  work.aside = true;
}
