/**
 * Choices named in words: «اعتماد», "2", «الثاني» under a read-back, a decision or the menu mean what their buttons mean. Labels and words
 * come from the sentences and the flows.
 */
import type { Conversation } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { arabiziToArabic } from "../../language/letters/arabizi.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { asksWhat } from "../../language/replies/agreeing.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { agreesToDeed, readPlainYesNo, readYesNo } from "../../language/replies/yes-no.ts";
import { chooseAmong, foldNames, type Option, positionIn } from "../answers/choice.ts";
import type { Catalogue, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { type Decision, decisionChoices } from "../hearing/decisions.ts";
import { askedAs } from "../order/order-offer.ts";
import { readRating } from "../order/read-rating.ts";
import { readPrice } from "../price/read-price.ts";
import { sentenceNamed } from "../show/render.ts";

/** Words or numbers that name one of the choices under the question that is open. */
export function readChoice(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
): Understanding | undefined {
  const { open } = conversation;
  if (!open || open.type === "field" || text.length > 80) return undefined;
  if (open.type === "read_back") {
    const id = pressed(catalogue, "read_back.summary", text) ?? readYesNo(text);
    return id === undefined ? undefined : readBackMeaning[id];
  }
  if (open.type === "which_service") {
    if (open.text !== "" && open.candidates.length > 1 && wantsAll(text))
      return { type: "chosen", id: "all" };
    const service = readService(catalogue, open, text);
    return (
      service ??
      (open.candidates.length === 1 || readYesNo(text) === "no" ? readYesOrNo(catalogue, text) : undefined)
    );
  }
  if (open.type === "choose_price") return readPrice(catalogue, open, text);
  if (open.type === "rate_order") return readRating(catalogue, text);
  if (open.type === "rate_words") return undefined;
  const sentence = open.type === "about_order" ? askedAs[open.of] : decisionSentence[open.type];
  const yesNo = open.type === "consent" ? readPlainYesNo : readYesNo;
  const deed = deeds[open.type];
  const agrees = deed !== undefined && agreesToDeed(text, deed);
  const id = sentence
    ? (pressed(catalogue, sentence, text) ?? yesNo(text) ?? (agrees ? "yes" : undefined))
    : undefined;
  if (id !== undefined) return { type: "chosen", id };
  if (open.type !== "change_what" && open.type !== "which_order" && open.type !== "amend_what")
    return undefined;
  const [shown, others] = namedChoices(catalogue, conversation, open);
  // What a rule derived is not offered, but may be named.
  const named = (said: string) =>
    chooseOnly(shown, said) ?? (/\p{N}/u.test(text) ? undefined : chooseOnly(others, said));
  const chosen = named(text) ?? (/[a-z]/i.test(text) ? named(inArabicLetters(text)) : undefined);
  return chosen ? { type: "chosen", id: chosen.id } : undefined;
}

/** The button that is named, in Latin letters, too: "la2 nkammel hena". */
function pressed(
  catalogue: Catalogue,
  sentence: Parameters<typeof sentenceNamed>[1],
  text: string,
): string | undefined {
  const options = sentenceOptions(catalogue, sentence);
  const chosen = chooseOnly(options, text);
  if (chosen || !/[a-z]/i.test(text)) return chosen?.id;
  return chooseOnly(options, inArabicLetters(text))?.id;
}

/** The deeds that a decision asks about, as they are told: «الغه», «كنسلوها», "el8eeh"; «عدلوه». */
const deeds: Readonly<Partial<Record<Decision["type"], RegExp>>> = {
  cancel_order: toCancel(),
  cancel_draft: toCancel(),
  amend_order: /^[وف]?(?:عدل|غير)(?:و|ي)?(?:ا|ه|ها|هم)?$/,
};

function toCancel(): RegExp {
  return /^[وف]?(?:الغ[وي]?(?:ا|ه|ها|هم)?|كنسل[وي]?(?:ا|ه|ها|هم)?|cancel|[ck]an[sc]el(?:o|oo?h|ha|ooha|eeh|eeha)?|[ae]l(?:8|gh?)(?:y|o|oo?h|ha|ooha|ee|eeh|eeha|iha|ih|uh)?)$/;
}

/** "El esm" as «الاسم»: names of fields are seldom written in Latin letters, but said so. */
function inArabicLetters(text: string): string {
  const words = text.toLowerCase().replace(/(?<![a-z0-9])[ae]l (?=[a-z0-9])/g, "el");
  return tokens(words)
    .map((token) => arabiziToArabic(token.text))
    .join(" ");
}

/** «الاثنين», "both dear, the hotel and the rolls": all that were offered. */
function wantsAll(text: string): boolean {
  const words = tokens(text).map((token) => token.text);
  if (words.length === 0 || words.length > 10 || /[?؟]/.test(text)) return false;
  return allOfThem.test(words[0] ?? "") || allOfThem.test(words.at(-1) ?? "");
}

const allOfThem =
  /^(?:both|الاثنين|الاثنان|الاثنتين|الاتنين|الثنتين|الثنين|كلاهما|كليهما|كلتاهما|كلهم|جميعها|كلها|(?:el|al)?(?:etnein|etneen|thnein|thnain|thneen|thentain|thintain|thntain))$/;

/** Orders by their labels; fields by their labels and every other name that they have. */
function namedChoices(
  catalogue: Catalogue,
  { language, orders, drafts }: Conversation,
  open: Extract<Decision, { type: "change_what" | "which_order" | "amend_what" }>,
): readonly [shown: readonly Option[], others: readonly Option[]] {
  const pinned =
    open.type === "change_what"
      ? drafts.find(({ id }) => id === open.draft)
      : open.type === "amend_what" && orders.find(({ ref }) => ref === open.ref);
  const questions = pinned ? flowOf(catalogue, pinned).questions : [];
  const optionOf = ({ name, label, names }: Question): Option => ({
    id: name,
    names: foldNames([label.ar, label.en, ...names]),
  });
  const shown = decisionChoices({ catalogue, language, orders, drafts }, open).map(({ value, label }) => {
    const id = value.slice(value.indexOf(":") + 1);
    const question = questions.find(({ name }) => name === id);
    return question ? optionOf(question) : { id, names: foldNames([label]) };
  });
  const others = questions.filter(({ name, ask }) => ask && !shown.some(({ id }) => id === name));
  return [shown, others.map(optionOf)];
}

const readBackMeaning: Readonly<Record<string, Understanding>> = {
  place: { type: "confirm" },
  yes: { type: "confirm" },
  change: { type: "change" },
  no: { type: "change" },
  cancel: { type: "chosen", id: "cancel" },
};

const decisionSentence = {
  begin_service: "side_questions.begin",
  same_or_another: "same_or_another.ask",
  cancel_draft: "cancel.draft_sure",
  cancel_order: "cancel.order_sure",
  approve_price: "price.ask",
  offer_person: "not_understood.offer_person",
  delete_data: "data.delete_sure",
  stop_messages: "messages.ask",
  join_doors: "doors.found",
  consent: "consent.ask",
  change_what: undefined,
  which_order: undefined,
  pass_on: "relay.whether",
  amend_what: undefined,
  amend_field: undefined,
  amend_order: "correct.amend_sure",
} as const;

/** By number, title or id; the words of a request belong to the classifier. */
function readService(
  catalogue: Catalogue,
  { candidates, hidden }: Pick<Extract<Decision, { type: "which_service" }>, "candidates" | "hidden">,
  text: string,
): Understanding | undefined {
  if (tokens(text).length > 4) return undefined;
  const optionOf = (id: string): Option => {
    const title = catalogue.flows.get(id)?.title;
    return { id, names: title ? foldNames([title.ar, title.en]) : [] };
  };
  const more = hidden ? sentenceOptions(catalogue, "not_understood.more") : [];
  const shown = chooseOnly([...candidates.map(optionOf), ...more], text);
  // What is not shown has no number, but a name.
  const named = hidden && !/\p{N}/u.test(text) ? chooseOnly(hidden.map(optionOf), text) : undefined;
  const chosen = shown ?? named;
  return chosen ? { type: "chosen", id: chosen.id } : undefined;
}

function readYesOrNo(catalogue: Catalogue, text: string): Understanding | undefined {
  const id = chooseOnly(sentenceOptions(catalogue, "clarify.did_you_mean"), text)?.id ?? readYesNo(text);
  return id === undefined ? undefined : { type: "chosen", id };
}

/** Words that may stand beside a choice and say nothing else. */
const beside: ReadonlySet<string> = new Set(
  [
    "ابي ابغي ابغا اريد عايز عاوز بدي ودي لو سمحت سمحتوا من فضلك فضلكم الطلب طلبي الحجز الشحنه هذا هذي هو هي يا خلاص طيب اوكي تمام",
    "نعم ايوه ايه لا بس والله شكرا عليه كله اللي خلنا خلونا علي الخيار رقم يناسبني افضل",
    "i i'd want would like to please pls the this that order it my one just ok okay yes no thanks thank you let's lets go for option",
    "abi abgha 3ayez law sama7t el talab",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a folded word says nothing beside a choice. */
export function isBeside(word: string): boolean {
  return beside.has(word);
}

/**
 * The choice that a text names and nothing more: «تعديل العدد إلى ٤» and "cancel Tuesday, make it Friday" say more than their buttons,
 * and are the classifier's to read.
 */
function chooseOnly(options: readonly Option[], text: string): Option | undefined {
  const chosen = chooseAmong(options, text);
  if (!chosen || positionIn(text, options.length) !== undefined) return chosen;
  const own = new Set(chosen.names.flatMap((name) => name.split(" ")));
  const others = tokens(text).flatMap((token) => (own.has(token.text) ? [] : [token.text]));
  // «لا اعتمد», «موافق بس» and «موافق على ايه» agree to nothing yet.
  if (agreeing.has(chosen.id) && asksWhat(tokens(text).map((token) => kindOfReply(token.text))))
    return undefined;
  if (agreeing.has(chosen.id) && others.some((word) => kindOfReply(word) === "no" || bounds(word)))
    return undefined;
  return others.every((word) => beside.has(word)) ? chosen : undefined;
}

/** Choices that bind whoever takes them. */
const agreeing: ReadonlySet<string> = new Set(["yes", "place"]);

/** «بس», "just": only that, or but. */
export const bounds = (word: string): boolean => /^و?(?:بس|فقط|لكن|just|only|but|bas)$/.test(word);

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
