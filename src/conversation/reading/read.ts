/**
 * The first steps of reading a message, in their order: secrets, a life in danger, exact commands and order references, the open question's own parser
 * when the whole message is the answer. What is left is the classifier's, with what it must know of the chat.
 */
import { type AnswerValue, closedAnswerTypes } from "../../domain/answer.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { SecretKind } from "../../domain/event.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import { findDates } from "../../language/days/dates.ts";
import { emergencyIn } from "../../language/guarded/emergencies.ts";
import { findSecrets, redact } from "../../language/guarded/secrets.ts";
import { longestRead, tokens } from "../../language/letters/normalise.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { findNationalIds, findOrderRefs } from "../../language/people/ids.ts";
import { findPhones } from "../../language/people/phones.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { behindAgreement } from "../../language/replies/interjections.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import { localDate, weekdayOf } from "../../language/times/clock.ts";
import { chooseAmong, positionIn } from "../answers/choice.ts";
import { parseAnswer } from "../answers/index.ts";
import { readComplaintWish } from "../complaint/complaint-wish.ts";
import { readBesideComplaint, readComplaintWord } from "../complaint/complaint-word.ts";
import { refusesConsent, takesConsentBack } from "../consent/consent-words.ts";
import { readLinkWish } from "../customer/link-words.ts";
import { readMessageWish } from "../customer/message-words.ts";
import type { Catalogue, Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { nextQuestion } from "../form/fill.ts";
import { orderQuestion } from "../hearing/decisions.ts";
import { readRenewalWord } from "../order/renewal-word.ts";
import { aroundAnswer } from "./around-answer.ts";
import { readAsksBack } from "./asks-back.ts";
import { saysMoreThanOption } from "./beside-option.ts";
import { commandOf } from "./commands.ts";
import { readChoice, sentenceOptions } from "./read-choice.ts";
import { activeDraftOf, contextOf } from "./reading-context.ts";
import { readSamePhone } from "./same-phone.ts";

export type FirstReading =
  /** `redacted` is the text as it may be stored. */
  | { readonly type: "secret"; readonly kinds: readonly SecretKind[]; readonly redacted: string }
  | { readonly type: "settled"; readonly reading: Reading }
  | { readonly type: "ask"; readonly context: ReadingContext };

/** @param at the message's own time, epoch milliseconds */
export function readBeforeClassifier(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
  at: number,
): FirstReading {
  const secrets = findSecrets(text, { askedForCode: false });
  if (secrets.length > 0) {
    return { type: "secret", kinds: secrets.map(({ value }) => value), redacted: redact(text, secrets) };
  }
  const read = text.slice(0, longestRead);
  const exact = readExactly(catalogue, conversation, read, at);
  if (exact) return { type: "settled", reading: { understandings: [exact], confidence: 1, by: "exact" } };
  return { type: "ask", context: contextOf(catalogue, conversation, read, at) };
}

function readExactly(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
  at: number,
): Understanding | undefined {
  const danger = emergencyIn(text);
  if (danger) return { type: "emergency", ...(danger === "fire" && { of: danger }) };
  const { open } = conversation;
  const question = askedQuestion(catalogue, conversation);
  const settles = readComplaintWord(catalogue, conversation, text, at);
  if (settles) return settles;
  // A button's own words come first: «إلغاء» under a read-back is that button.
  const pressed = open && open.type !== "field" ? readChoice(catalogue, conversation, text) : undefined;
  if (pressed) return pressed;
  const beside = readBesideComplaint(conversation, text, at);
  if (beside) return beside;
  const complaint = readComplaintWish(text);
  if (complaint) return complaint;
  const renewal = readRenewalWord(conversation, text);
  if (renewal) return renewal;
  if (refusesConsent(conversation, text)) return { type: "chosen", id: "no" };
  if (takesConsentBack(catalogue, conversation, text)) return { type: "privacy", what: "withdraw" };
  if (nudge.test(text) && (activeDraftOf(conversation) || open?.type === "consent"))
    return { type: "whats_left" };
  const wish = readMessageWish(conversation, text) ?? readLinkWish(text);
  if (wish) return wish;
  const command = commandOf(text);
  if (command && !(question && answersByWord(question, text, at, catalogue.zone))) return command;
  const draft = question && activeDraftOf(conversation);
  const back =
    (draft && readSamePhone(catalogue, draft, question, text, at)) ??
    readAsksBack(conversation, question, text);
  if (back) return back;
  const named = question && closedAnswerTypes.has(question.type) ? undefined : readRef(conversation, text);
  if (named) return named;
  const day = readOfferedDay(open, text, { now: at, zone: catalogue.zone });
  if (day) return day;
  const pending = question ?? pendingQuestion(catalogue, conversation);
  if (!question && open?.type === "stop_messages" && pending?.type === "person_name") {
    const name = readGivenName(pending, text, { now: at, zone: catalogue.zone });
    if (name) return name;
  }
  const direct =
    pending && (readSpoken(catalogue, pending, text, at) ?? readDirectly(catalogue, pending, text, at));
  return direct ?? readCourtesy(text);
}

/** «؟؟», "..", «الوو», "anyone there?": somebody waits for us, and says nothing new. */
const nudge =
  /^\s*(?:[?؟!.…،]+|(?:[اأ]ل+و+|يا هو|يا جماع[هة]|ردوا|ردو|ردوا علي[اه]?|[وف]ينكم|فينكو|(?:ليش |ليه |لماذا )?(?:ما |محد |مفيش حد |مافي احد )?[تب]?[تي]?رد(?:ون|وا|و)?(?: علي[ناها]*| على الناس)?(?: ولا لا| ولا لأ| والا لا| ولا ايه)?|انتم معي|معي|hello|helo|al+o+|(?:is )?any ?(?:one|body) (?:there|here)|(?:are )?you there|u there|wainkom|weinkom|feenkom|feenko|rodo|roddo)\s*[?؟!.…]*)\s*$/iu;

/** The field that is asked for, of a form or of an order that is to be changed. */
function askedQuestion(catalogue: Catalogue, { open, drafts, orders }: Conversation): Question | undefined {
  if (open?.type === "amend_field") return orderQuestion({ catalogue, orders }, open.ref, open.field);
  if (open?.type !== "field") return undefined;
  const draft = drafts.find(({ id }) => id === open.draft);
  return draft && questionNamed(flowOf(catalogue, draft), open.field);
}

/** "1" or «الثاني» under several dates, or the weekday of one of them. */
function readOfferedDay(
  open: Conversation["open"],
  text: string,
  moment: { readonly now: number; readonly zone: string },
): Understanding | undefined {
  if ((open?.type !== "field" && open?.type !== "amend_field") || !open.days) return undefined;
  const position = positionIn(text, open.days.length);
  const day = position === undefined ? weekdayAmong(open.days, text, moment) : open.days[position];
  return day === undefined ? undefined : answerOf(open.field, day, { text, start: 0, end: text.length });
}

/** «الثلاثاء» under the days of the coming week is that week's. */
function weekdayAmong(
  days: readonly string[],
  text: string,
  moment: { readonly now: number; readonly zone: string },
): string | undefined {
  if (days.length < 7 || text.length > 40 || /\p{Nd}/u.test(text)) return undefined;
  const [found, another] = findDates(text, moment);
  if (!found || another || !isWhole(text, found.start, found.end)) return undefined;
  // «الأحد» said on a Sunday could be today or a week from now: here it is the latter.
  const date =
    found.value.type === "ambiguous"
      ? localDate(moment.now, moment.zone)
      : found.value.type === "date" && found.value.date;
  if (!date) return undefined;
  return days.find((day) => weekdayOf(day) === weekdayOf(date));
}

/** «تمام», "ok", «لا», 👍, ❤️: courtesies wherever they answer nothing, never a misunderstanding. */
function readCourtesy(text: string): Understanding | undefined {
  const word = readYesNo(text);
  if (word) return { type: word === "yes" ? "confirm" : "refuse" };
  return text.length <= 60 && isSigns(text) ? { type: "thanks" } : undefined;
}

const isSigns = (text: string): boolean => onlySigns.test(text) && /\p{Extended_Pictographic}/u.test(text);
const onlySigns = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|[\s.!])+$/u;

/** «لا أعرف» and the like are commands; a choice that carries the very word is that choice. */
function answersByWord(question: Question, text: string, now: number, zone: string): boolean {
  if (question.type !== "choice") return false;
  return parseAnswer(question, text, { now, zone }).type === "parsed";
}

/** A reference alone, or with a command's words: «20418», «الغ BR-20418». A bare number counts only for an order of this chat. */
function readRef(conversation: Conversation, text: string): Understanding | undefined {
  if (text.length > 80) return undefined;
  const [found, another] = findOrderRefs(text);
  if (!found || another) return undefined;
  const ref = found.value;
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  if (tokens(rest).length === 0) {
    const spelled = /br/i.test(found.text);
    return spelled || knows(conversation, ref) ? { type: "order_status", ref } : undefined;
  }
  const command = commandOf(rest);
  if (command?.type === "cancel") return { type: "cancel_order", ref };
  return command?.type === "order_status" ? { type: "order_status", ref } : undefined;
}

const knows = (conversation: Conversation, ref: OrderRef): boolean =>
  conversation.orders.some((order) => order.ref === ref);

/** What the form would ask next, when a decision stands before it: its answer is taken all the same. */
function pendingQuestion(catalogue: Catalogue, conversation: Conversation): Question | undefined {
  const { open } = conversation;
  if (!open || open.type === "field" || open.type === "read_back" || open.type === "which_service")
    return undefined;
  const draft = activeDraftOf(conversation);
  return draft && nextQuestion(flowOf(catalogue, draft), draft);
}

/** The open question's own parser, when its type is closed and the whole message is the answer. */
function readDirectly(
  catalogue: Catalogue,
  question: Question,
  text: string,
  at: number,
): Understanding | undefined {
  if (text.length > 120) return undefined;
  if (isAnotherPhone(question, text)) return undefined;
  if (question.type === "address") return readAddress(question, text, at, catalogue.zone);
  const isShort = question.format === "short_national_address";
  if (!closedAnswerTypes.has(question.type) && !isShort) return undefined;
  const read = parseAnswer(question, text, { now: at, zone: catalogue.zone });
  if (read.type === "not_this") return readLater(catalogue, question, text);
  const isRegister = read.type === "bad" && read.reason === "not_unified" && !holdsNationalId(text);
  if (!isWhole(text, read.start, read.end) && !(isRegister && tokens(text).length <= mostBesideNumber))
    return undefined;
  const words = { text: text.slice(read.start, read.end), start: read.start, end: read.end };
  if (read.type === "bad")
    return { type: "answers", fields: {}, bad: { [question.name]: { ...words, reason: read.reason } } };
  if (read.more || (question.type === "choice" && saysMoreThanOption(question, text, aroundAnswer)))
    return undefined;
  return answerOf(question.name, read.value, words);
}

/** «يعني الملقا شارع ٢٠», «ايه جدة»: the answer behind a sound, where nothing else is said. */
function readSpoken(
  catalogue: Catalogue,
  question: Question,
  text: string,
  at: number,
): Understanding | undefined {
  const rest = question.type === "yes_no" ? undefined : behindAgreement(text);
  const read = rest === undefined ? undefined : readDirectly(catalogue, question, rest, at);
  return read?.type === "answers" && !read.bad ? read : undefined;
}

/** «السجل رقمه 1010…»: more words may tell something else. */
const mostBesideNumber = 4;

const holdsNationalId = (text: string): boolean =>
  findNationalIds(text).some(({ value }) => value.type === "id");

/** A name and nothing else, under a question beside the form: it answers what the form waits for. */
function readGivenName(
  question: Question,
  text: string,
  moment: { readonly now: number; readonly zone: string },
): Understanding | undefined {
  const words = tokens(text);
  const [first] = words;
  if (!first || words.length < 2 || words.length > 5 || !isGivenName(first.text)) return undefined;
  const read = parseAnswer(question, text, moment);
  if (read.type !== "parsed" || !isWhole(text, read.start, read.end)) return undefined;
  const { start, end } = read;
  return answerOf(question.name, read.value, { text: text.slice(start, end), start, end });
}

/** A phone number under "how many?" is no count, but an answer to a later question. */
function isAnotherPhone({ type }: Question, text: string): boolean {
  if (type !== "number" && type !== "integer") return false;
  const [found] = findPhones(text);
  return found?.value.type === "phone" && isWhole(text, found.start, found.end);
}

/** A message that is an address from end to end («حي الروضة شارع صاري») is the answer, whatever else it resembles. */
function readAddress(question: Question, text: string, now: number, zone: string): Understanding | undefined {
  const found = findAddresses(text);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || !isWhole(text, first.start, last.end)) return undefined;
  const read = parseAnswer(question, text, { now, zone });
  if (read.type !== "parsed") return undefined;
  return answerOf(question.name, read.value, {
    text: text.slice(read.start, read.end),
    start: read.start,
    end: read.end,
  });
}

function answerOf(
  name: string,
  value: AnswerValue,
  words: { readonly text: string; readonly start: number; readonly end: number },
): Understanding {
  return { type: "answers", fields: { [name]: { value, ...words } } };
}

/** The button «لاحقًا» by its number or words, where the flow offers it. */
function readLater(catalogue: Catalogue, question: Question, text: string): Understanding | undefined {
  if (!question.later) return undefined;
  const options = [
    ...(question.options ?? []).map(({ id }) => ({ id, names: [] })),
    ...sentenceOptions(catalogue, "form.later"),
  ];
  return chooseAmong(options, text)?.id === "later" ? { type: "skip" } : undefined;
}

/** «مش عارف، ممكن ٣ شهور»: a doubt beside the answer. "Not" alone would deny it. */
const doubts: ReadonlySet<string> = new Set(
  "مش عارف|مش عارفه|مش متاكد|ما ادري|ما اعرف|مو متاكد|لا ادري|لا اعرف|not sure|don't know|dont know".split(
    "|",
  ),
);

function isWhole(text: string, start: number, end: number): boolean {
  if (start === 0 && end === text.length) return true;
  const words = tokens(text);
  const isDoubt = (at: number): boolean => {
    const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
    return doubts.has(`${word?.text} ${after?.text}`) || doubts.has(`${before?.text} ${word?.text}`);
  };
  return words.every(
    (word, at) =>
      (word.start >= start && word.end <= end) ||
      (word.end <= start || word.start >= end ? aroundAnswer.has(word.text) || isDoubt(at) : true),
  );
}
