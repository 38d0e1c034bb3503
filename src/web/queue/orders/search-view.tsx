/** The search for a partner on an order's page: what it does now, until when, why others were not asked, and its two buttons. */
import type { Child } from "hono/jsx";
import type { Flow } from "../../../conversation/flow/flow.ts";
import { showMoment } from "../../../conversation/show/show.ts";
import { leftReasons } from "../../../dispatch/choose.ts";
import type { HistoryRow, Order } from "../../../domain/order.ts";
import type { LeftCounts } from "../../../domain/search.ts";
import { mayBeOffered, openOffers } from "../../../orders/offers.ts";
import { asksByItself, beginsByItself, isResting, isSearching } from "../../../orders/search.ts";
import { isClosed } from "../../../orders/status.ts";
import type { Scene } from "../frame/scene.ts";
import { choiceWordsIn } from "./choice-words.ts";
import { type SearchWords, searchWordsIn } from "./search-words.ts";

export type SearchProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly path: string;
  /** How partners are found for orders of this service. */
  readonly strategy: Flow["dispatch"]["strategy"];
  /** Whether this agent may begin it, or end it. */
  readonly maySearch: boolean;
};

export function SearchView(props: SearchProps): Child {
  const { scene, order, path, strategy, maySearch } = props;
  if (strategy === "office" || (isClosed(order.state.status) && !order.search)) return null;
  const words = searchWordsIn(scene.language);
  const asked = order.search?.asked.length ?? 0;
  return (
    <>
      <h3>{words.title}</h3>
      <p class="quiet">
        {stateText(props, words)} {asked > 0 && words.askedSoFar(asked)}
      </p>
      {maySearch && <Button {...{ order, path, words }} />}
    </>
  );
}

function Button(props: { readonly order: Order; readonly path: string; readonly words: SearchWords }): Child {
  const { order, path, words } = props;
  const runs = isSearching(order) && !isResting(order);
  if (!runs && !mayBeOffered(order)) return null;
  return (
    <form class="inline" hx-post={`${path}/${runs ? "stop_search" : "search"}`} hx-target="#page">
      <button type="submit">{runs ? words.stop : order.search ? words.again : words.begin}</button>
    </form>
  );
}

function stateText({ order, scene, strategy }: SearchProps, words: SearchWords): string {
  const { search } = order;
  const { now, zone, language } = scene;
  const begins = strategy === "quotes" ? asksByItself(order) : beginsByItself(order);
  if (search?.over) return words.over[search.over.why];
  if (search && isResting(order)) return words.rests;
  const ends = openOffers(order, now).map(({ until }) => until);
  if (search && ends.length > 0) return words.asking(showMoment(Math.max(...ends), now, zone, language));
  if (search?.waitsUntil !== undefined) {
    const until = showMoment(search.waitsUntil, now, zone, language);
    return search.noRoomSince === undefined ? words.waits(until) : words.waitsForRoom(until);
  }
  if (search || begins) return words.begins;
  return order.price ? words.waitsForPrice : words.needsPrice;
}

/** Of one round in the history: how many were asked, and why others were not. */
export function RoundView({ scene, row }: { readonly scene: Scene; readonly row: HistoryRow }): Child {
  if (!row.search) return null;
  const words = searchWordsIn(scene.language);
  const { asked, left, until, why } = row.search;
  const parts = [
    ...(why === undefined ? [] : [words.over[why]]),
    ...(until === undefined ? [] : [showMoment(until, scene.now, scene.zone, scene.language)]),
    ...(asked > 0 ? [words.asked(asked)] : []),
    ...leftTexts(left, scene, words),
  ];
  return parts.length === 0 ? null : <p class="quiet">{parts.join(" · ")}</p>;
}

function leftTexts(left: LeftCounts, { language }: Scene, words: SearchWords): readonly string[] {
  const reasons = choiceWordsIn(language).left;
  const known = leftReasons.flatMap((reason) => {
    const count = left[reason];
    return count === undefined ? [] : [`${reasons[reason]}: ${count}`];
  });
  return left.unreachable === undefined ? known : [...known, `${words.unreachable}: ${left.unreachable}`];
}
