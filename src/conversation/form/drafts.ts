/** The forms of a chat as the API shows them: begun, and neither placed, cancelled nor abandoned. */
import type { Fields } from "../../domain/answer.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { Catalogue } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { missingFields, nextQuestion } from "./fill.ts";

export type DraftView = {
  readonly service: string;
  readonly fields: Fields;
  readonly missing: readonly string[];
  /** The question that is open; only the active form has one, and not while it is read back. */
  readonly asked?: string;
};

/** The active form first, then paused and queued ones in the order in which they began. */
export function draftsOf(catalogue: Catalogue, conversation: Conversation): readonly DraftView[] {
  const { drafts, active, open } = conversation;
  const shown = drafts.filter(({ abandoned }) => !abandoned);
  const ordered = [...shown.filter(({ id }) => id === active), ...shown.filter(({ id }) => id !== active)];
  return ordered.map((draft) => {
    const flow = flowOf(catalogue, draft);
    const next = nextQuestion(flow, draft)?.name;
    const asked =
      open?.type === "field" && open.draft === draft.id
        ? open.field
        : open?.type === "read_back"
          ? undefined
          : next;
    return {
      service: draft.service,
      fields: draft.fields,
      missing: missingFields(flow, draft.fields, draft.skipped),
      ...(draft.id === active && asked !== undefined && { asked }),
    };
  });
}
