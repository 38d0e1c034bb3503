/** What the customer answers to what the office asked about an order by itself: by a press, whenever it comes, or in words. */
import type { Open } from "../../domain/open-question.ts";
import { answerSettled } from "../complaint/complaint-answer.ts";
import { isMuted } from "../wake.ts";
import type { Work } from "../work.ts";
import { answerAppointment } from "./appointment.ts";
import { orderInEvent } from "./cancel.ts";
import { answerLate } from "./long-late.ts";
import { type OrderPress, orderPressIn } from "./order-offer.ts";
import { tellStatus } from "./order-status.ts";
import { answerRenewal } from "./renewal.ts";

/** A press under one of these questions. False for any other press. */
export function pressesAboutOrder(work: Work, value: string): boolean {
  const press = orderPressIn(value);
  return press !== undefined && answer(work, press, press.id);
}

/** The open one is answered. False when it has no such answer. */
export function answerAboutOrder(
  work: Work,
  open: Extract<Open, { type: "about_order" }>,
  id: string,
): boolean {
  const press = orderPressIn(`${open.token}:${id}`);
  return press !== undefined && answer(work, press, id);
}

function answer(work: Work, press: OrderPress, id: string): boolean {
  const order = orderInEvent(work, press.ref);
  const { open } = work;
  if (open?.type === "about_order" && open.ref === press.ref && open.of === press.of) work.open = undefined;
  // While a colleague speaks with the customer, the press is answered and nothing else is asked.
  if (isMuted(work)) work.asked = true;
  if (!order) {
    tellStatus(work, press.ref);
    return true;
  }
  switch (press.of) {
    case "appointment":
      return answerAppointment(work, order, press, id);
    case "renewal":
      return answerRenewal(work, order, press, id);
    case "late":
      return answerLate(work, order, id);
    case "complaint":
      return answerSettled(work, order, press, id);
    default:
      return press.of satisfies never;
  }
}
