/** How the customer rated an order that is done: asked once, answered or not. Moments in epoch milliseconds. */
export type Rating = {
  readonly asked?: number;
  /** The chat was busy: not asked before. */
  readonly notBefore?: number;
  /** Not asked any more. */
  readonly letGo?: true;
  /** From 1 to 5. */
  readonly mark?: 1 | 2 | 3 | 4 | 5;
  readonly markedAt?: number;
  /** The customer's own words. */
  readonly words?: string;
};
