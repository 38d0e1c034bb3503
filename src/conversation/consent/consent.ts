/**
 * Services of a protected kind (`sensitive: health`) begin with a question: may what is said of them be kept? Until the yes the chat holds
 * nothing but that question; the shell keeps what was said in memory alone and brings it along with the answer (`consent-answer.ts`).
 */
import type { Consent, Sensitivity } from "../../domain/consent.ts";
import type { HeldSaying } from "../../domain/said.ts";
import type { Catalogue } from "../flow/flow.ts";
import { askDecision } from "../hearing/decisions.ts";
import { sayText } from "../show/render.ts";
import { addLine, type Work } from "../work.ts";

/** A consent is asked for anew after a year: long enough for a treatment, short enough to be remembered (docs/decisions/030). */
const standsForMs = 365 * 86_400_000;

/** The consent that allows to keep data of a kind now: given in today's words, not taken back, not too long ago. */
export function standingConsent(
  catalogue: Catalogue,
  consents: readonly Consent[] | undefined,
  purpose: Sensitivity,
  at: number,
): Consent | undefined {
  return consents?.findLast(
    (consent) =>
      consent.purpose === purpose &&
      consent.withdrawnAt === undefined &&
      at - consent.at < standsForMs &&
      consent.text === sayText(catalogue, consent.language, "consent.ask"),
  );
}

/** Whether nothing of this service may be kept yet. */
export function needsConsent(
  catalogue: Catalogue,
  { consents }: { readonly consents?: readonly Consent[] | undefined },
  service: string,
  at: number,
): boolean {
  const purpose = catalogue.flows.get(service)?.sensitive;
  return purpose !== undefined && standingConsent(catalogue, consents, purpose, at) === undefined;
}

/** Asks, over whatever else is open; the form behind it goes on after the answer. */
export function askConsent(work: Work, service: string): void {
  const withheld = heldSayings(work).some(({ said }) =>
    Object.values(said).some(({ fields }) => Object.keys(fields).length > 0),
  );
  if (work.open?.type === "consent") {
    if (withheld) work.open = { ...work.open, withheld };
    addLine(work, "consent.still");
    work.aside = true;
    return;
  }
  const text = sayText(work.catalogue, work.language, "consent.ask");
  askDecision(work, { type: "consent", service, text, withheld });
}

/** A picture came with words about a protected service: the words are answered, the picture has not been kept. */
export function tellFileNotKept(work: Work): void {
  const { said } = work;
  if (said?.content.type === "unsupported" && said.content.what === "withheld")
    addLine(work, "consent.no_file");
}

/** What the shell holds in memory of this chat, as far as it came along with the event. */
export function heldSayings({ event }: Work): readonly HeldSaying[] {
  return ((event.type === "understood" || event.type === "chose") && event.held) || [];
}
