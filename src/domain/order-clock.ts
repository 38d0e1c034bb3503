/** What was done about an order because time went by: the marks that keep each of it from being done twice. */
import type { PartnerId } from "./ids.ts";

/**
 * Nobody acted in time: staff were warned, then a head was called. `since`: when that wait began, epoch milliseconds. `inStop`: its time ended while the
 * office stood still, so whoever had to act may have done so without a chance to say it.
 */
export type Overdue = {
  readonly since: number;
  readonly level: "warned" | "escalated";
  readonly inStop?: true;
};

/** For what staff are called to an order, which has no wait of its own: its partner's problem, the customer's wish to cancel, a promise not kept. */
export type Call = "problem" | "cancel" | "promise";

/**
 * What can come to a head: nobody claimed it, it stood still, a department let its time pass, a complaint was opened again; no partner took it, the one that has it
 * does not confirm a change; and what staff are called for.
 */
export type Matter = "unclaimed" | "stuck" | "handoff" | "reopened" | "nobody" | "change" | Call;

/** Moments in epoch milliseconds of the office's clock; dates `YYYY-MM-DD`. */
export type OrderClock = {
  /** Nobody had claimed it. */
  readonly unclaimed?: Overdue;
  /** It stood still at a stage. */
  readonly stuck?: Overdue;
  /** The partner of whom it was counted that it stood still with it. It is counted once, whatever becomes of the order or its marks. */
  readonly late?: PartnerId;
  /** When its partner last said that the customer does not answer. */
  readonly noAnswer?: number;
  /** The department that it was handed to did not see to it in time. */
  readonly handoff?: Overdue;
  /** When staff were last called to it, by what for. */
  readonly called?: Readonly<Partial<Record<Call, number>>>;
  /** What heads were told of outside the queue, each by when that wait began. */
  readonly headsTold?: Readonly<Partial<Record<Matter, number>>>;
  /** How many promises passed without a word; the customer was told of each. */
  readonly missed?: number;
  /** When the last of these marks was made that has no row of history. */
  readonly at?: number;
  /** What was due came at night, and waits until then. */
  readonly quietUntil?: number;
  /**
   * `of`: the date and time of the appointment that this is about. `passed`: it was too late to remind of it. `cancel_asked`, `move_asked`: the
   * customer wants none, or another one, and staff decide. `kept`: they have decided that it stays.
   */
  readonly appointment?: {
    readonly of: string;
    readonly state: "reminded" | "passed" | "confirmed" | "cancel_asked" | "move_asked" | "kept";
  };
  /**
   * The last reminder that what was got for the customer runs out on `expiry`, so many days before; left out: none was sent. `over`: it has run
   * out, or nobody reads of it. `ended`: the customer has begun anew, or wants no more of them.
   */
  readonly renewal?: {
    readonly expiry: string;
    readonly days?: number;
    readonly over?: true;
    readonly ended?: true;
  };
  /** When a price to propose was last looked for in vain: a colleague sets it, unless one is found later. */
  readonly unpriced?: number;
  /** When the customer was offered to cancel an order that is weeks late. */
  readonly lateOffered?: number;
};
