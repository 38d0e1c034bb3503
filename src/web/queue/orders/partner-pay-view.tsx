/** What the partner that accepted an order is paid for it; where the offer left that open, the gap, and the form that closes it. */
import type { Child } from "hono/jsx";
import type { Order } from "../../../domain/order.ts";
import { formatMoney } from "../../../language/format.ts";
import { acceptedOffer, mayAgreePay } from "../../../orders/offers.ts";
import type { Scene } from "../frame/scene.ts";
import { choiceWordsIn } from "./choice-words.ts";

type PayProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly path: string;
  readonly mayAct: boolean;
};

export function PartnerPay({ scene, order, path, mayAct }: PayProps): Child {
  const offer = acceptedOffer(order);
  if (!offer) return null;
  const words = choiceWordsIn(scene.language);
  return (
    <>
      {offer.pays ? (
        <p>{words.pay(formatMoney(offer.pays, scene.language))}</p>
      ) : (
        <p class="notice">{offer.given ? words.payMissingGiven : words.payMissing}</p>
      )}
      {mayAct && mayAgreePay(order) && (
        <details class="act">
          <summary>{offer.pays ? words.correctPay : words.setPay}</summary>
          <form hx-post={`${path}/agree_pay`} hx-target="#page">
            <input type="hidden" name="version" value={String(order.version)} />
            <label for="agreed-pay">{words.payAmount}</label>
            <input
              id="agreed-pay"
              name="pays"
              inputmode="decimal"
              dir="ltr"
              maxlength={12}
              autocomplete="off"
              required
            />
            <button type="submit">{words.doSetPay}</button>
          </form>
        </details>
      )}
    </>
  );
}
