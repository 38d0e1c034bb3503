/** The menu of services, and the services among which one is asked for. */
import type { Choice } from "../../domain/message.ts";
import { offeredServices } from "../flow/permits.ts";
import { choiceValue, sayText, sentenceChoices } from "../show/render.ts";
import { openQuestion, type Work } from "../work.ts";
import type { Decision } from "./decisions.ts";

/** The menu: the services as choices under "how can we help?", those that are asked for most in front of «خدمات أخرى». */
export function askMenu(work: Work, name: "greeting.how_can_we_help" | "not_understood.menu"): void {
  const all = offeredServices(work.catalogue, work.at).map(({ id }) => id);
  const { show_first: first = all } = work.catalogue.menu;
  const [shown, hidden] = [true, false].map((isFirst) => all.filter((id) => first.includes(id) === isFirst));
  // One more button takes no more room than the button for more.
  if (shown && hidden && shown.length > 0 && hidden.length > 1) openMenu(work, name, shown, hidden);
  else openMenu(work, name, all);
}

/** «خدمات أخرى»: what the menu has kept back. */
export function askMore(
  work: Work,
  { candidates, hidden = [] }: Extract<Decision, { type: "which_service" }>,
) {
  openMenu(work, "not_understood.menu", hidden.length > 0 ? hidden : candidates);
}

function openMenu(
  work: Work,
  name: "greeting.how_can_we_help" | "not_understood.menu",
  candidates: readonly string[],
  hidden?: readonly string[],
): void {
  openQuestion(work, (token) => {
    const open = { type: "which_service" as const, candidates, ...(hidden && { hidden }), text: "", token };
    return { open, text: sayText(work.catalogue, work.language, name), choices: menuChoices(work, open) };
  });
}

export function menuChoices(
  work: Pick<Work, "catalogue" | "language">,
  {
    candidates,
    hidden,
    token,
  }: Pick<Extract<Decision, { type: "which_service" }>, "candidates" | "hidden" | "token">,
): readonly Choice[] {
  const services = serviceChoices(work, candidates, token);
  if (!hidden) return services;
  return [...services, ...sentenceChoices(work.catalogue, work.language, "not_understood.more", token)];
}

function serviceChoices(
  work: Pick<Work, "catalogue" | "language">,
  services: readonly string[],
  token: string,
): readonly Choice[] {
  return services.map((id) => ({
    value: choiceValue(token, id),
    label: work.catalogue.flows.get(id)?.title[work.language] ?? id,
  }));
}
