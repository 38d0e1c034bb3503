/**
 * A form is given up for another in the same breath («غيرت رأيي، خليها خروج وعودة»): who somebody is and how to reach them is not asked once more,
 * but proposed in the new form's read-back.
 */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import type { Work } from "../work.ts";

const ofPeople: ReadonlySet<Question["type"]> = new Set([
  "person_name",
  "phone",
  "national_id",
  "establishment_number",
]);

/**
 * What the forms that this turn gave up held for questions of the new one; nothing of protected services is carried over.
 * @param said what the message gives to the new form: of somebody else nothing is known but who writes
 */
export function leftBehind(work: Work, flow: Flow, said: Fields): Fields {
  if (work.placed !== undefined || flow.sensitive) return {};
  const left = work.before.drafts.filter(({ id }) => !work.drafts.some((draft) => draft.id === id));
  return Object.assign({}, ...left.map((draft) => carriedFrom(work, draft, flow, said)));
}

function carriedFrom(work: Work, draft: Draft, flow: Flow, said: Fields): Fields {
  const old = flowOf(work.catalogue, draft);
  if (old.sensitive) return {};
  const another = flow.questions.some(
    ({ name, owner }) => owner && said[name] && nameOf(said[name]) !== nameOf(draft.fields[name]),
  );
  const carried: Record<string, Field> = {};
  for (const question of flow.questions) {
    if (another && question.remember_as === undefined) continue;
    const field = draft.fields[sourceOf(old, flow, question) ?? ""];
    if (field && question.asked !== "optional") carried[question.name] = field;
  }
  return carried;
}

/** «السواق» and «سواق» are one. */
const nameOf = (field: Field | undefined): string =>
  fold(String(field?.value ?? ""))
    .trim()
    .replace(/^(?:ال|لل|the |my )/, "");

/** The old form's question for the same: what is remembered of the customer, or, in another form of the same service, of whom it is for. */
function sourceOf(old: Flow, flow: Flow, { name, type, owner, remember_as }: Question): string | undefined {
  if (remember_as !== undefined) return old.questions.find((one) => one.remember_as === remember_as)?.name;
  return old.id === flow.id && (owner === true || ofPeople.has(type)) ? name : undefined;
}
