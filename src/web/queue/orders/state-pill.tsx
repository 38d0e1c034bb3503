/** Where an order stands, in words; the colour stands beside them, never for them. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import type { Order } from "../../../domain/order.ts";
import type { Scene } from "../frame/scene.ts";
import { stateLabel } from "./order-words.ts";

export function StatePill(props: {
  readonly order: Order;
  readonly catalogue: Catalogue;
  readonly scene: Scene;
}): Child {
  const { order, catalogue, scene } = props;
  return <span class={`pill ${order.state.status}`}>{stateLabel(catalogue, order, scene.language)}</span>;
}
