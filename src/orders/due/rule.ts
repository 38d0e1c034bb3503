/** A due rule: what an order may wait for, as a pure function of the order, its flow and the calendars. */
import type { OpeningHours } from "../../domain/hours.ts";
import type { Order } from "../../domain/order.ts";
import type { AppointmentFlow } from "../appointment.ts";
import type { ComplaintRules } from "../complaint.ts";

/** The part of a flow that rules read. */
export type DueFlow = Omit<AppointmentFlow, "stages"> & {
  readonly dispatch: {
    readonly promise_minutes: number;
    readonly strategy: string;
    /** Partners asked together; left out: as many as is usual of the strategy. */
    readonly at_once?: number | undefined;
    /** Left out: as everywhere in the office. */
    readonly claim_minutes?: number | undefined;
    /** Until a partner that has it begins; left out: as long as the customer waits for a word. */
    readonly begin_minutes?: number | undefined;
    /** Until a partner has to confirm a change; left out: half an hour. */
    readonly confirm_minutes?: number | undefined;
    /** The answer that names the day on which the work is to begin. */
    readonly begin_on?: string | undefined;
  };
  /** Left out: no price is proposed by itself. */
  readonly price?: { readonly propose: boolean };
  readonly questions?: readonly {
    readonly name: string;
    /** Worked out or noted by staff, not asked. */
    readonly derived?: unknown;
    /** False: it may lie in the past. */
    readonly future?: boolean | undefined;
  }[];
  readonly stages: readonly {
    readonly id: string;
    readonly minutes?: number | undefined;
    readonly rests?: true | undefined;
  }[];
  readonly renewal?: { readonly expiry_field: string } | undefined;
  readonly complaint?: ComplaintRules | undefined;
};

/** What rules may ask beside the order itself. */
export type DueKnown = {
  /** The flow that the order began with. */
  readonly flow: DueFlow;
  readonly office: OpeningHours & {
    readonly claim_minutes: number;
    readonly heads_at_night?: boolean;
    readonly stage_minutes: number;
  };
  readonly zone: string;
  /** Days that such an order usually takes, where its flow says so. */
  readonly usualDays?: number | undefined;
};

export type DueRule<Kind extends string> = {
  readonly kind: Kind;
  /**
   * The moment at which its act is due, epoch milliseconds of the office's clock; undefined while nothing is. The act changes the order so
   * that this is undefined, or later, from then on: so nothing happens twice, whatever the clock does.
   */
  readonly at: (order: Order, known: DueKnown) => number | undefined;
  /** A moment before which `at` never is, without a look into a calendar: where something else is due by then, `at` is not asked. */
  readonly notBefore?: (order: Order, known: DueKnown) => number;
};
