/**
 * Choices named in words: «اعتماد», "2", «الثاني» under a read-back, a decision or the menu mean what their buttons mean. Labels and words
 * come from the sentences and the flows.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { Understanding } from "../domain/understanding.ts";
import { tokens } from "../language/normalise.ts";
import { readYesNo } from "../language/yes-no.ts";
import { chooseAmong, foldNames, type Option } from "./answers/choice.ts";
import { decisionChoices } from "./decisions.ts";
import type { Catalogue } from "./flow.ts";
import { sentenceNamed } from "./render.ts";

/** Words or numbers that name one of the choices under the question that is open. */
export function readChoice(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
): Understanding | undefined {
  const { open } = conversation;
  if (!open || open.type === "field" || text.length > 80) return undefined;
  if (open.type === "read_back") {
    const id = chooseAmong(sentenceOptions(catalogue, "read_back.summary"), text)?.id ?? readYesNo(text);
    return id === undefined ? undefined : readBackMeaning[id];
  }
  if (open.type === "which_service") {
    const service = readService(catalogue, open.candidates, text);
    return (
      service ??
      (open.candidates.length === 1 || readYesNo(text) === "no" ? readYesOrNo(catalogue, text) : undefined)
    );
  }
  const sentence = decisionSentence[open.type];
  const id = sentence
    ? (chooseAmong(sentenceOptions(catalogue, sentence), text)?.id ?? readYesNo(text))
    : undefined;
  if (id !== undefined) return { type: "chosen", id };
  if (open.type !== "change_what" && open.type !== "which_order") return undefined;
  const choices = decisionChoices(
    { catalogue, language: conversation.language, orders: conversation.orders, drafts: conversation.drafts },
    open,
  );
  const options = choices.map(({ value, label }) => ({
    id: value.slice(value.indexOf(":") + 1),
    names: foldNames([label]),
  }));
  const chosen = chooseAmong(options, text);
  return chosen ? { type: "chosen", id: chosen.id } : undefined;
}

const readBackMeaning: Readonly<Record<string, Understanding>> = {
  place: { type: "confirm" },
  yes: { type: "confirm" },
  change: { type: "change" },
  no: { type: "change" },
  cancel: { type: "chosen", id: "cancel" },
};

const decisionSentence = {
  same_or_another: "same_or_another.ask",
  cancel_draft: "cancel.draft_sure",
  cancel_order: "cancel.order_sure",
  offer_person: "not_understood.offer_person",
  delete_data: "data.delete_sure",
  change_what: undefined,
  which_order: undefined,
} as const;

/** By number, title or id; the words of a request belong to the classifier. */
function readService(
  catalogue: Catalogue,
  candidates: readonly string[],
  text: string,
): Understanding | undefined {
  const options = candidates.map((id) => {
    const title = catalogue.flows.get(id)?.title;
    return { id, names: title ? foldNames([title.ar, title.en]) : [] };
  });
  const chosen = tokens(text).length <= 4 ? chooseAmong(options, text) : undefined;
  return chosen ? { type: "chosen", id: chosen.id } : undefined;
}

function readYesOrNo(catalogue: Catalogue, text: string): Understanding | undefined {
  const id = chooseAmong(sentenceOptions(catalogue, "clarify.did_you_mean"), text)?.id ?? readYesNo(text);
  return id === undefined ? undefined : { type: "chosen", id };
}

const optionsOf = new WeakMap<object, readonly Option[]>();

/** A sentence's choices as a text may name them. */
export function sentenceOptions(
  catalogue: Catalogue,
  name: Parameters<typeof sentenceNamed>[1],
): readonly Option[] {
  const { choices } = sentenceNamed(catalogue, name);
  const known = optionsOf.get(choices);
  if (known) return known;
  const made = choices.map(({ id, label, words }) => ({
    id,
    names: foldNames([label.ar, label.en, ...words]),
  }));
  optionsOf.set(choices, made);
  return made;
}
