/** What is open in a partner's chat: offers and orders under their numbers, each a choice away. */
import { showMoment } from "../show/show.ts";
import type { Scene } from "./scene.ts";
import { aboutFor, namesOf, showChoices, statusOf, told } from "./show.ts";
import { give, line, lines } from "./speak.ts";

/** Lines of one list: more would not be read. */
const mostListed = 12;

/** «طلبات اليوم»: everything that the partner can do something about now. */
export function sayList(scene: Scene): void {
  if (!sayOpen(scene)) line(scene.work, "list_none");
}

/** @returns false where nothing is open */
export function sayOpen(scene: Scene): boolean {
  const { work, open, held } = scene;
  if (open.length > 0) line(work, "list_offers");
  lines(work, bounded(scene, offerLines(scene)));
  if (held.length > 0) line(work, "list_orders");
  lines(work, bounded(scene, orderLines(scene)));
  const choices = [...showChoices(work, open, false, "show"), ...showChoices(work, held, true, "show")];
  if (choices.length > 0) give(work, choices.slice(0, mostChoices));
  return choices.length > 0;
}

/** As many as have a digit of their own. */
const mostChoices = 9;

function offerLines({ work, open }: Scene): readonly string[] {
  const { at, catalogue, language } = work;
  return open.map(({ job, order, offer }) =>
    told(work, "list_offer", {
      ...namesOf(work, job, order),
      about: aboutFor(work, order, false),
      until: showMoment(offer.until, at, catalogue.zone, language),
    }),
  );
}

function orderLines({ work, held }: Scene): readonly string[] {
  return held.map(({ job, order }) =>
    told(work, "list_order", {
      ...namesOf(work, job, order),
      about: aboutFor(work, order, true),
      status: statusOf(work, order),
    }),
  );
}

function bounded({ work }: Scene, texts: readonly string[]): readonly string[] {
  return texts.length <= mostListed ? texts : [...texts.slice(0, mostListed), told(work, "list_more")];
}
