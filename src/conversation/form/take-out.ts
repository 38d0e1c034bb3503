/** Takes out of the form what the customer no longer wants in it: an optional answer is gone, one that is needed is asked for anew. */
import type { Fields } from "../../domain/answer.ts";
import type { Understanding } from "../../domain/understanding.ts";
import type { Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { takenOut } from "../reading/taken-out.ts";
import { activeDraft, addLine, putDraft, type Work } from "../work.ts";
import { askToChange } from "./correct.ts";
import { fill, missingFields } from "./fill.ts";
import { sourceOf } from "./source.ts";

/** What is left to be heard of a message that takes something out; undefined where it takes nothing out. */
export function takeOut(
  work: Work,
  meant: readonly Understanding[],
  text: string,
): readonly Understanding[] | undefined {
  const draft = activeDraft(work);
  const flow = draft && flowOf(work.catalogue, draft);
  if (!draft || !flow || (work.open?.type !== "read_back" && work.open?.type !== "field")) return undefined;
  const question = takenOut(flow, text);
  // «احذف اللون واكتب أحمر»: it is replaced.
  if (!question || givesAnother(meant, question)) return undefined;
  const { name } = question;
  const label = question.label[work.language];
  const rest = Object.entries(draft.fields).filter(
    ([field, value]) => field !== name && value?.evidence.by !== "derived",
  );
  const { fields } = fill(flow, Object.fromEntries(rest) as Fields, {}, undefined, sourceOf(work));
  if (draft.fields[name] === undefined) addLine(work, "form.not_there", { label });
  else if (missingFields(flow, fields, draft.skipped).includes(name)) askToChange(work, draft, name);
  else {
    putDraft(work, { ...draft, fields });
    addLine(work, "form.taken_out", { label });
  }
  return meant.flatMap((one) => beside(one, name));
}

const givesAnother = (meant: readonly Understanding[], { name, type }: Question): boolean =>
  type !== "text" && meant.some((one) => "fields" in one && one.fields?.[name] !== undefined);

/** Values of other questions, and what is asked; all else was said of what is taken out. */
function beside(one: Understanding, name: string): readonly Understanding[] {
  if (one.type === "office" || one.type === "human_agent" || one.type === "emergency") return [one];
  if (one.type !== "answers" && one.type !== "correct") return [];
  const { [name]: _out, ...fields } = one.fields;
  return Object.keys(fields).length > 0 ? [{ type: one.type, fields, ...(one.bad && { bad: one.bad }) }] : [];
}
