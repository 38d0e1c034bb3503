/** What is heard while a person of the office has the chat, though the bot is mute. */
import type { Event } from "../../domain/event.ts";
import { orderPressIn } from "../order/order-offer.ts";
import { answersPrice } from "../price/price.ts";
import { addLine, type Work } from "../work.ts";
import { isEmergencyCall } from "./emergency.ts";

/**
 * A secret is warned of whoever is listening, a lost message is apologised for, and «نكمل» while nobody has come yet is the way back
 * to the bot.
 */
export function speaksWhileMuted(work: Work, event: Heard): boolean {
  if (isEmergencyCall(event)) return true;
  if (event.type === "sent_secret") {
    work.asked = true;
    return true;
  }
  if (event.type === "failed") return true;
  if (event.type === "chose" && (answersPrice(work, event.value) || orderPressIn(event.value))) return true;
  if (speaksOfChat(work, event)) {
    work.asked = true;
    return true;
  }
  if (answersComplaint(work, event)) return true;
  const resumes =
    event.type === "understood" && event.reading.understandings.some(({ type }) => type === "resume");
  if (!resumes || !work.person || work.person.agent) return false;
  work.person = { ...work.person, mutedUntil: work.at };
  addLine(work, "talk_to_human.bot_again");
  return true;
}

/** A yes or no to our answer to a complaint, in words, is heard as its press would be. */
function answersComplaint({ open }: Work, event: Heard): boolean {
  const asks = open?.type === "about_order" && open.of === "complaint";
  return (
    event.type === "understood" &&
    event.reading.understandings.some(
      (one) =>
        one.type === "chosen" &&
        (asks || orderPressIn(one.id)?.of === "complaint") &&
        !/:(?:sure|unclear)$/.test(one.id),
    )
  );
}

/**
 * Whether it is about the chat itself: no more messages, who else it belongs to. Also to a colleague's question «من معنا؟» a proof is the
 * answer, and none that a person could check.
 */
function speaksOfChat({ open }: Work, event: Heard): boolean {
  const joins = open?.type === "join_doors" ? open.token : undefined;
  if (event.type === "chose") return joins !== undefined && event.value.startsWith(`${joins}:`);
  if (event.type !== "understood") return false;
  return event.reading.understandings.some(
    (one) =>
      (ofChat.has(one.type) && !(one.type === "messages" && one.unsure)) ||
      (joins !== undefined && answers.has(one.type)),
  );
}

const ofChat: ReadonlySet<string> = new Set(["messages", "link", "link_code"]);
const answers: ReadonlySet<string> = new Set(["chosen", "confirm", "refuse"]);

/** «الو؟», a new wish, a press: not a thanks or an «اوكي», which wait for no answer. */
export function wantsWord(event: Heard): boolean {
  if (event.type === "chose") return true;
  if (event.type !== "understood") return false;
  return event.reading.understandings.some(
    ({ type }) => type !== "thanks" && type !== "confirm" && type !== "refuse",
  );
}

export type Heard = Extract<
  Event,
  { type: "understood" | "chose" | "sent_media" | "sent_secret" | "failed" }
>;
