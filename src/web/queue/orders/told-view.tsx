/** What a partner was told and has not confirmed, or could not be told: staff who call it note that here, and of that one nothing is waited for any more. */
import type { Child } from "hono/jsx";
import type { HistoryRow, Order } from "../../../domain/order.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { type Waits, waitsOf } from "./told.ts";

type ToldProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly history: readonly HistoryRow[];
  readonly path: string;
};

export function ToldView(props: ToldProps): Child {
  return waitsOf(props.order, props.history).map((waits) => <OneView {...props} waits={waits} />);
}

function OneView({ scene, order, path, waits }: ToldProps & { readonly waits: Waits }): Child {
  const { words } = scene;
  const { partner } = waits;
  const hint = `told-${partner.id}`;
  return (
    <div class="notice bad">
      <div id={hint}>
        {hintsOf(scene, waits).map((text) => (
          <p>
            <PlainText text={text} ours />
          </p>
        ))}
      </div>
      <form hx-post={`${path}/partner_told`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <input type="hidden" name="partner" value={partner.id} />
        <button type="submit" aria-describedby={hint}>
          {words.order.partnerTold}
        </button>
      </form>
    </div>
  );
}

/** What its customer wants of their data is said by itself: whoever calls must know. */
function hintsOf({ words, language }: Scene, { partner, what, of }: Waits): readonly string[] {
  const { toldHint } = words.order;
  const name = partner.name[language];
  if (what !== "untold") return [toldHint[what](name)];
  return [
    ...(of.some((news) => news !== "customer.data") ? [toldHint.untold(name)] : []),
    ...(of.includes("customer.data") ? [toldHint.data(name)] : []),
  ];
}
