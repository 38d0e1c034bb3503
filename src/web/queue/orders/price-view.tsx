/** What an order costs, line by line, and the form that sets it: nothing is offered that would be refused. */
import type { Child } from "hono/jsx";
import type { Flow } from "../../../conversation/flow/flow.ts";
import type { Order, StatusName } from "../../../domain/order.ts";
import { formatMoney } from "../../../language/format.ts";
import { isTaxed } from "../../../orders/fees.ts";
import { mayBePriced } from "../../../orders/status.ts";
import type { Scene } from "../frame/scene.ts";

type PriceProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly path: string;
  /** Does who looks at it hold the order? */
  readonly mayAct: boolean;
  /** How partners are found for orders of this service. */
  readonly strategy: Flow["dispatch"]["strategy"];
};

export function PriceView(props: PriceProps): Child {
  const { scene, order, mayAct } = props;
  const { words, language } = scene;
  const { price } = order;
  return (
    <section class="panel" aria-labelledby="price-title">
      <h2 id="price-title">{words.order.price}</h2>
      {price ? (
        <dl class="price">
          {price.lines.map(({ label, amount, vat }) => (
            <div>
              <dt>
                {label[language]}{" "}
                {vat && isTaxed(price) && <span class="quiet">({words.order.beforeVat})</span>}
              </dt>
              <dd>{formatMoney(amount, language)}</dd>
            </div>
          ))}
          <div class="total">
            <dt>{words.order.total}</dt>
            <dd>{formatMoney(price.total, language)}</dd>
          </div>
        </dl>
      ) : (
        <p class="quiet">{words.order.noPrice}</p>
      )}
      <Next {...props} />
      {mayAct && mayBePriced(order.state.status) && <PriceForm {...props} />}
    </section>
  );
}

/** Whoever has claimed it may set its price. */
const unpriced: ReadonlySet<StatusName> = new Set(["placed", "seeking", "assigned"]);

/** What the order waits for, where nobody is asked about it before its price is agreed. */
function Next({ scene, order, mayAct, strategy }: PriceProps): Child {
  const { nextPrice } = scene.words.order;
  const { status } = order.state;
  if (strategy === "office" || strategy === "quotes" || order.partner) return null;
  if (status === "quoted") return <p class="notice good">{nextPrice.asked}</p>;
  if (order.price || !unpriced.has(status)) return null;
  return <p class="notice good">{mayAct ? nextPrice.set : nextPrice.claim}</p>;
}

function PriceForm({ scene, order, path }: PriceProps): Child {
  const { words } = scene;
  return (
    <details class="act" id="price-form">
      <summary>{order.price ? words.order.setPriceAnew : words.order.setPrice}</summary>
      <form hx-post={`${path}/price`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <p class="quiet" id="price-hint">
          {words.order.priceHint}
        </p>
        <Amount name="government" label={words.order.governmentFee} />
        <Amount name="office" label={words.order.officeFee} />
        <button type="submit" class="primary">
          {words.order.sendPrice}
        </button>
      </form>
    </details>
  );
}

function Amount({ name, label }: { readonly name: string; readonly label: string }): Child {
  const id = `price-${name}`;
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        inputmode="decimal"
        dir="ltr"
        maxlength={12}
        autocomplete="off"
        aria-describedby="price-hint"
      />
    </>
  );
}
