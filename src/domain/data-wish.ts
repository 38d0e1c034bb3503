/** What a customer wants of their data, and which partners know of it. */
import type { PartnerId } from "./ids.ts";

/** Deleted; or kept no more, since they take back their consent. */
export type DataWish = "delete" | "withdraw";

export type DataTold = { readonly partner: PartnerId; readonly asked: DataWish };
