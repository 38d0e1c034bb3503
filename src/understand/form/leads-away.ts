/** Parts of a message that are no answer to the open question but something of their own: another service, a command, a question to us. */
import type { Understanding } from "../../domain/understanding.ts";
import { findPhones } from "../../language/people/phones.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { toldBehind } from "../../language/replies/told-behind.ts";
import { chances } from "../chances.ts";
import { isOfficeLabel } from "../labels.ts";
import { conceptsOf } from "../learning/concepts.ts";
import { askedOf, speaksFor, type Task, topOf, understandingsOf, valuesFor } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import { givesDigits, type Meaning } from "../wishes/clause-reads.ts";
import { topicOf, topicsOf, topicsOfServices } from "../wishes/commands.ts";
import type { Word } from "../words.ts";
import { isAnswer } from "./lone-answer.ts";
import { baseOf, type Form, isFree, type Open } from "./open-form.ts";
import { questionsBeside } from "./wishes-beside.ts";

/** Is this no answer but something of its own? The more an answer could be anything, the surer it must be. */
export function leadsAway(task: Task, meaning: Meaning, form: Form): boolean {
  if (namesAnother(task, meaning, form)) return true;
  if (givesPhone(task, meaning, form) || givesAddress(task, meaning, form)) return false;
  if (meaning.rule) return true;
  if (!looksAway(meaning, form) || isNamedThing(meaning, form)) return false;
  if (answersAll(task, meaning, form)) return false;
  const waits = form.open.awaiting === "answer" ? form.asked : undefined;
  return !isAnswer(task, baseOf(task, form, undefined), waits, meaning.span);
}

/** «رقم اللي يستلم ٠٥٠…» under a question for a phone: what gives one answers it, whatever it resembles beside that. */
function givesPhone({ text, context }: Task, { guesses, span, asked: wanted }: Meaning, form: Form): boolean {
  if (form.open.awaiting !== "answer" || form.asked?.type !== "phone") return false;
  const service = context.services.some(({ id }) => id === guesses[0]?.label && id !== form.open.service);
  if (service && wanted) return false;
  const phones = findPhones(text).filter(({ start, end }) => start >= span.start && end <= span.end);
  return phones.some(({ value }) => value.type === "phone");
}

/** «المستلم سعد، العنوان حي الصفا» under a question for an address may sound like a change, and changes nothing. */
function givesAddress({ text }: Task, { guesses, span, rule }: Meaning, { open, asked }: Form): boolean {
  if (rule || open.awaiting !== "answer" || asked?.type !== "address") return false;
  // «حي الصفا شارع ١٤ ولا تتأخرون» complains of nothing.
  const told = toldBehind(text.slice(span.start, span.end));
  if (told === undefined && guesses[0]?.label !== "change_order") return false;
  const end = told === undefined ? span.end : span.start + told;
  return findAddresses(text).some((one) => one.start >= span.start && one.end <= end);
}

/** The form's own service, asked for in words of wanting, but another kind of it: another paper. */
export function namesAnother(task: Task, meaning: Meaning, { spec, open }: Form): boolean {
  const { label, chance } = topOf(meaning);
  if (!meaning.asked || label !== open.service || chance < chances.clear) return false;
  const field = spec.fields.find(({ hasFacts, name }) => hasFacts && open.filled.includes(name));
  const held = field && open.values?.[field.name]?.value;
  const named = field && valuesFor(task, spec, meaning.span, true).fields[field.name]?.value;
  return held !== undefined && named !== undefined && held !== named;
}

/** No more than this tell of no matter by themselves. */
const fewWords = 3;

function looksAway(meaning: Meaning, { open, asked }: Form): boolean {
  const free = asked !== undefined && isFree(asked);
  const { label, chance } = topOf(meaning);
  // "9 employees" under a question tells how many there are, and calls nobody.
  if (label === "human_agent" && meaning.words.length <= 3 && /^\d+$/.test(meaning.words[0]?.text ?? ""))
    return false;
  // «تسلمه هي رقمها ٠٥…»: whoever gives a number is not only thanking.
  if (label === "thanks" && givesDigits(meaning.words)) return isTopic(meaning);
  if (isOfficeLabel(label) && givesDigits(meaning.words)) return isTopic(meaning);
  if (label === "out_of_scope" || label === "greeting" || label === open.service) return isTopic(meaning);
  // «دقيقة وارجع لكم», «اه كله تمام بس اسأل على الفطار»: what only resembles complaints, and complains of nothing.
  const isShort = meaning.words.length <= fewWords || beginsWithYes(meaning.words);
  const faint = label === "complaint" && isShort && chance < chances.apart;
  if (faint && !speaksFor(label, meaning.words)) return isTopic(meaning);
  if (chance < (free ? chances.overAnswer : chances.another)) return isTopic(meaning);
  const command = label in commands || isOfficeLabel(label);
  // «أمي تجي بكره ومحتاجة مكان تنام فيه» is no address, however little it asks for.
  if (asked?.type === "address" && !command && chance >= chances.apart) return true;
  return command || meaning.asked || isTopic(meaning);
}

/** A yes, and a "but" soon behind it. */
function beginsWithYes(words: readonly Word[]): boolean {
  const [first] = words;
  const at = words.findIndex(({ key, text }) => /^(?:بس|لكن|but|bas|bs)$/.test(key) || text === "but");
  return (
    first !== undefined && at > 0 && at <= mostOfYes && ["yes", "half"].includes(kindOfReply(first.text))
  );
}

const mostOfYes = 4;

/** «لا وزنتها طلعت خمسة ونص», «بكرة عندي شيفت، بعد بكرة» sound like a complaint or a question, and give what is asked for. */
function answersAll(task: Task, { guesses, words, span }: Meaning, form: Form): boolean {
  const { asked, open } = form;
  const label = guesses[0]?.label ?? "";
  if (open.awaiting !== "answer" || !asked || isFree(asked) || !(label in doubted)) return false;
  if (/[?؟]/.test(task.text.slice(span.start, span.end))) return false;
  if (label === "cancel_order" && words.some(({ text, key }) => givesUp.test(text) || givesUp.test(key)))
    return false;
  const said = conceptsOf(words.map(({ key }) => key));
  if (label !== "complaint" ? said.some((one) => one in asksStatus) : speaksFor(label, words)) return false;
  const { fields } = extractFields({ ...baseOf(task, form, undefined), asked: asked.name });
  return fields[asked.name] !== undefined;
}

const doubted = { order_status: true, complaint: true, cancel_order: true, "office.hours": true };
/** Said so, it is given up, whatever else is told. */
const givesUp =
  /^(?:و|ب)?(?:ا?لغ\S*|كنسل\S*|بطلت?|هونت|بلاش|cancel\S*|forget|drop|scrap|never|nevermind|kansel\S*|batalt|hawent|balash)$/;
const asksStatus = { where: true, when: true, my_order: true, what: true, you: true };

/** "documents" under a question for contents is what is sent: who asks about papers says more than the noun. */
function isNamedThing({ guesses, words }: Meaning, { open, asked }: Form): boolean {
  if (open.awaiting !== "answer" || asked?.type !== "text" || asked.format) return false;
  return words.length <= 2 && isOfficeLabel(guesses[0]?.label ?? "") && topicOf(words) === undefined;
}

const commands = {
  order_status: true,
  cancel_order: true,
  change_order: true,
  complaint: true,
  human_agent: true,
  thanks: true,
};

/** «كم السعر؟» in the middle of a form: short, and of the service at hand; or it is what a longer question begins with. */
function isTopic({ words: said }: Meaning): boolean {
  // "Ok go, but how many days": the question behind a yes.
  const from = said.findIndex(({ text, key }) => !isLeading(text) && !isLeading(key));
  const words = said.slice(Math.max(0, from));
  const topic = topicOf(words);
  if (topic === undefined || words.length <= 7) return topic !== undefined;
  return words.length <= longestQuestion && topicOf(words.slice(0, asksAtOnce)) === topic;
}

const isLeading = (word: string): boolean =>
  /^(?:but|بس|لكن|طب|go)$/.test(word) || !["other", "no", "about"].includes(kindOfReply(word));

/** «كم تكلف وهل فيها موقف», "how fast do you issue it, I can't work without it". */
const longestQuestion = 14;
const asksAtOnce = 3;

/** What such a part comes to. */
export function awayMeans(task: Task, meaning: Meaning, open: Open): Understanding[] {
  const topics = meaning.rule ? [] : topicsOf(meaning.words).filter((topic) => topicsOfServices.has(topic));
  if (topics.length > 0 && isTopic(meaning)) {
    const { label, chance } = topOf(meaning);
    const other = chance >= chances.another && task.context.services.some(({ id }) => id === label);
    return [
      ...topics.map((topic) => askedOf(task, topic, other ? label : open.service, meaning.span)),
      ...questionsBeside(task, open, meaning.span),
    ];
  }
  return understandingsOf(task, meaning, meaning.span);
}
