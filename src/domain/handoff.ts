/** Hand-offs: an order goes from one department of the office to another, with what is to be done and by when. */
import type { By } from "./order.ts";
import type { PartnerName } from "./partner.ts";

/**
 * The last hand-off of an order. Whether somebody of the department has taken it says the order's claim; once the office has taken the order further,
 * nothing of it is waited for any more. Moments in epoch milliseconds of the office's clock.
 */
export type Handoff = {
  /** Left out: it was in no department, or went back to none. */
  readonly from?: PartnerName;
  readonly to?: PartnerName;
  readonly at: number;
  readonly by: By;
  /** What is to be done; of one that was handed back why. */
  readonly note: string;
  /** By when. */
  readonly due: number;
  /** When a step of the office's own people or systems ended the wait: not one of a partner's, nor the customer's word. */
  readonly over?: number;
  /** It was not taken, but handed back. */
  readonly back?: true;
  /** What was asked of the department is done, and the order went back with that. */
  readonly done?: true;
};
