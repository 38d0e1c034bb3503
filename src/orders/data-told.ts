/** Which partners know what the customer wants of their data. Each hears it once, and again once there is something new for it to forget. */
import type { DataWish } from "../domain/data-wish.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";

/** Who is to delete them need not hear that they may not be kept. */
export function isToldOfData({ dataTold = [] }: Order, partner: PartnerId, asked: DataWish): boolean {
  return dataTold.some(
    (told) => told.partner === partner && (told.asked === asked || told.asked === "delete"),
  );
}

export function withDataTold(order: Order, partner: PartnerId, asked: DataWish): Order {
  const { dataTold = [] } = withoutDataTold(order, partner);
  return { ...order, dataTold: [...dataTold, { partner, asked }] };
}

/** It did not hear so, or knows more of the customer since. The very order where it was told of nothing. */
export function withoutDataTold(order: Order, partner: PartnerId): Order {
  const { dataTold = [], ...rest } = order;
  const left = dataTold.filter((told) => told.partner !== partner);
  if (left.length === dataTold.length) return order;
  return left.length === 0 ? rest : { ...rest, dataTold: left };
}
