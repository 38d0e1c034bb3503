/** Prices that partners have named for an order: what each wants, the customer's own choice as staff record it, and showing them. */
import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import type { Offer } from "../../../domain/offer.ts";
import { formatMoney } from "../../../language/format.ts";
import { isShown, quotesOf } from "../../../orders/quotes.ts";
import { longestReason } from "../../lengths.ts";
import { PlainText } from "../../plain-text.tsx";
import type { ChoiceProps } from "./choice-view.tsx";
import { choiceWordsIn } from "./choice-words.ts";

/** One price, and the form by which it is chosen for the customer, whose words go with it. */
export function PriceOf(props: ChoiceProps & { readonly offer: Offer }): Child {
  const { scene, path, order, mayAct, offer } = props;
  const { state } = offer;
  if (state.type !== "quoted") return null;
  const words = choiceWordsIn(scene.language);
  const moment = (at: number) => showMoment(at, scene.now, scene.zone, scene.language);
  const id = `words-${offer.id}`;
  return (
    <>
      <p>
        <strong>{formatMoney(state.total, scene.language)}</strong>{" "}
        <span class="quiet">{words.goodUntil(moment(state.until))}</span>
        {state.time !== undefined && ` · ${words.otherTime(moment(state.time))}`}
      </p>
      {state.note !== undefined && (
        <p class="note">
          <PlainText text={state.note} block />
        </p>
      )}
      {mayAct && (
        <details class="act">
          <summary>{words.chooseFor}</summary>
          <form hx-post={`${path}/choose_price`} hx-target="#page">
            <input type="hidden" name="version" value={String(order.version)} />
            <input type="hidden" name="offer" value={offer.id} />
            <label for={id}>{words.customerSaid}</label>
            <textarea id={id} name="words" rows={2} dir="auto" required maxlength={longestReason} />
            <button type="submit">{words.doChoose}</button>
          </form>
        </details>
      )}
    </>
  );
}

/** Shows the customer what has come so far, without waiting for the others. */
export function ShowPrices({ scene, order, path, mayAct }: ChoiceProps): Child {
  const words = choiceWordsIn(scene.language);
  const unseen = quotesOf(order, scene.now).filter(({ id }) => !isShown(order, id));
  if (order.shownPrices && unseen.length === 0) {
    const until = showMoment(order.shownPrices.until, scene.now, scene.zone, scene.language);
    return <p class="quiet">{words.pricesShown(until)}</p>;
  }
  if (!mayAct || unseen.length === 0) return null;
  return (
    <form hx-post={`${path}/show_prices`} hx-target="#page">
      <p class="quiet">{words.pricesHint}</p>
      <button type="submit" class="primary">
        {words.showPrices}
      </button>
    </form>
  );
}
