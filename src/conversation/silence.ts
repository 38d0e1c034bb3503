/** What happens when nobody says anything: one gentle reminder, a silent close, the bot's voice back; and going on after it. */
import type { Event } from "../domain/event.ts";
import { outsideTheNight } from "../orders/night.ts";
import { flowOf } from "./flow/pinned.ts";
import { sayWhatIsThere } from "./form/ask.ts";
import { askMenu } from "./hearing/menu.ts";
import { missAnswer } from "./person/answer-promise.ts";
import { isMuted } from "./wake.ts";
import { activeDraft, addLine, putDraft, type Work } from "./work.ts";

export function stepTimedOut(work: Work, event: Extract<Event, { type: "timed_out" }>): void {
  switch (event.what) {
    case "remind":
      remind(work, event.late);
      return;
    case "close":
      close(work);
      return;
    case "unmute":
      unmute(work);
      return;
    case "answer":
      missAnswer(work, event);
      return;
    default:
      event.what satisfies never;
  }
}

/** A reminder that comes late, or into the night, is none. */
function remind(work: Work, late: boolean): void {
  const atNight = outsideTheNight(work.at, work.catalogue.zone) !== work.at;
  const draft = activeDraft(work);
  work.silent = late || atNight || work.reminded || draft === undefined;
  // A reminder held up by the night goes out in the morning; a late one never.
  if (late || !atNight) work.reminded = true;
  if (work.silent || !draft) return;
  addLine(work, "silence.remind", { title: flowOf(work.catalogue, draft).title[work.language] });
  work.aside = true;
}

/** Nothing is said; the form rests and can be taken up again with one word. */
function close(work: Work): void {
  work.silent = true;
  work.drafts = work.drafts.map((draft) => ({ ...draft, abandoned: true }));
  work.active = undefined;
  work.open = undefined;
  work.misses = 0;
}

/** Staff have been silent for two hours. Where one had joined, the talk is over; a case that nobody took stays waiting. */
function unmute(work: Work): void {
  work.silent = true;
  if (work.person?.agent) work.person = undefined;
}

/** «نكمل»: the form that rests, or the one that is open. */
export function resumeForm(work: Work): void {
  work.aside = true;
  const draft = activeDraft(work) ?? work.drafts.findLast(({ abandoned }) => abandoned);
  if (!draft) {
    // Back from waiting for a person, there is simply nothing open.
    if (isMuted({ person: work.before.person, at: work.at })) askMenu(work, "greeting.how_can_we_help");
    else addLine(work, "form.nothing_to_resume");
    return;
  }
  if (work.active === draft.id) return;
  const { abandoned: _abandoned, ...awake } = draft;
  putDraft(work, awake);
  work.active = draft.id;
  work.open = undefined;
  sayWhatIsThere(work, draft, "form.resumed");
}
