/** What answers our last words themselves: courtesies, yes and no, a choice by its name, "later", a question back. */
import type { Understanding } from "../../domain/understanding.ts";
import { skipAhead, skipOpen } from "../form/ask.ts";
import { explainQuestion } from "../reading/asks-back.ts";
import { askOtherFirst } from "../reading/same-phone.ts";
import { addLine, type Work } from "../work.ts";
import { greet, thank } from "./courtesies.ts";
import { agree, changeReadBack, decline, hearChosen } from "./decide.ts";

type Reply = Extract<
  Understanding,
  {
    type:
      | "greeting"
      | "thanks"
      | "confirm"
      | "refuse"
      | "chosen"
      | "change"
      | "asks_back"
      | "same_phone"
      | "skip";
  }
>;

/** `missed`: there was nothing that it could answer. */
export function hearReply(work: Work, reply: Reply, text: string): "heard" | "missed" {
  switch (reply.type) {
    case "greeting":
      greet(work, reply.salam === true);
      return "heard";
    case "thanks":
      thank(work, text);
      return "heard";
    case "confirm":
      // What only sounds like a yes consents to nothing: an express one comes as the choice itself.
      if (work.open?.type === "consent") return "missed";
      if (!needsWritten(work)) agree(work);
      return "heard";
    case "refuse":
      decline(work);
      return "heard";
    case "chosen":
      return needsWritten(work) ? "heard" : hearChosen(work, reply.id);
    case "change":
      changeReadBack(work);
      return "heard";
    case "asks_back":
      return explainQuestion(work, reply.what, text);
    case "same_phone":
      return askOtherFirst(work);
    case "skip":
      return skip(work, reply.field);
    default:
      return reply satisfies never;
  }
}

function skip(work: Work, field: string | undefined): "heard" | "missed" {
  if (field !== undefined) return skipAhead(work, field) ? "heard" : "missed";
  skipOpen(work);
  return "heard";
}

/** What binds the customer is not taken from a voice that may have been misheard: it is asked for once more, written or pressed. */
function needsWritten(work: Work): boolean {
  const { said, open } = work;
  if (said?.content.type !== "voice" || !open || !binding.has(open.type)) return false;
  addLine(work, "media.heard_yes");
  work.aside = true;
  return true;
}

const binding: ReadonlySet<string> = new Set([
  "read_back",
  "cancel_order",
  "approve_price",
  "amend_order",
  "delete_data",
  "join_doors",
  "consent",
]);
