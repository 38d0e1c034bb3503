/** A partner pauses itself and comes back, by a word; and whether its chat wants messages at all. */
import type { MessageChoice } from "../../domain/message-choice.ts";
import type { PartnerState } from "../../domain/partner.ts";
import type { Work } from "../work.ts";
import { decline } from "./answer.ts";
import type { Seen } from "./jobs.ts";
import { sayOpen } from "./list.ts";
import { offerAmong, type Scene } from "./scene.ts";
import { line } from "./speak.ts";

/** «مشغول»: no new offers. The one offer that it can have answered is declined with that reason; of several, each is asked about. */
export function pauseOffers(scene: Scene, named: Seen | "unknown" | undefined): void {
  const { work, event, open } = scene;
  const [only] = open;
  const meant =
    named && named !== "unknown" ? offerAmong(scene, named) : open.length === 1 ? only : undefined;
  if (meant) decline(scene, meant, textOf(scene), true);
  if (event.partner?.state.status === "paused_by_staff")
    line(work, "paused_by_staff", { phone: work.catalogue.office.phone });
  else {
    setState(scene, { status: "paused_by_itself", at: event.at });
    line(work, "busy");
  }
  if (!meant) sayOpen(scene);
}

/** «متاح»: what the partner paused itself, it ends; what staff paused, they end. */
export function backToOffers(scene: Scene): void {
  const { work, event } = scene;
  const status = event.partner?.state.status;
  if (status === "paused_by_staff") line(work, "paused_by_staff", { phone: work.catalogue.office.phone });
  else if (status === "active" && !work.optedOut) line(work, "available_already");
  else {
    setState(scene, { status: "active" });
    comeBack(scene);
    line(work, "available");
  }
}

/** Nothing that was not asked for is sent here, so nothing new is offered, either; what concerns its orders still comes. */
export function stopMessages(scene: Scene, text: string): void {
  const { work, event } = scene;
  work.optedOut ??= choiceOf(scene, text);
  setState(scene, { status: "paused_by_itself", at: event.at });
  line(work, "stopped");
}

export function startMessages(scene: Scene): void {
  const { work, event } = scene;
  const isPaused = event.partner?.state.status === "paused_by_staff";
  setState(scene, { status: "active" });
  comeBack(scene);
  line(work, isPaused ? "started_only" : "started");
  if (isPaused) line(work, "paused_by_staff", { phone: work.catalogue.office.phone });
}

/** It let its offers go by, and reads how to come back. */
export function stepPartnerPaused(work: Work): void {
  if (work.partner) line(work, "paused_silent");
  else work.silent = true;
}

function comeBack(scene: Scene): void {
  const { work } = scene;
  if (work.optedOut) work.cameBack = choiceOf(scene, textOf(scene));
  work.optedOut = undefined;
}

/** What was written, or stands below a picture; empty of a press. */
const textOf = ({ event: { said } }: Scene): string =>
  "text" in said.content ? (said.content.text ?? "") : "";

function choiceOf({ event }: Scene, text: string): MessageChoice {
  return { at: event.at, messageId: event.said.id, text };
}

/** The partner's own word never ends a pause that staff made. */
function setState({ work, event }: Scene, state: PartnerState): void {
  const { partner } = event;
  if (!partner || partner.state.status === "paused_by_staff" || partner.state.status === state.status) return;
  // Whoever says so is not silent.
  const { silent: _silent, silentAt: _at, ...rest } = partner;
  work.partners.push({ ...rest, state });
}
