/**
 * A message read against an open form: an answer to the question beats a new request unless it clearly is one, and what is clearly a
 * command wins over a question that any words would answer. What a message adds to other fields is taken too; what it changes is a
 * correction.
 */
import type { AnswerType } from "../domain/answer.ts";
import type {
  BadField,
  FieldSpec,
  ReadField,
  ReadFields,
  Reading,
  ServiceSpec,
  Understanding,
} from "../domain/understanding.ts";
import { topicOf, topicsOfServices } from "./commands.ts";
import { type Extracted, extractFields, fieldsNamed } from "./extract.ts";
import { directAnswer } from "./free-answer.ts";
import { chances, type Meaning } from "./groups.ts";
import { hasPhrase, phrasesOf } from "./phrases.ts";
import { isOfficeLabel, type Task, topOf, understandingsOf } from "./requests.ts";
import { type Span, wordsIn } from "./words.ts";

/** Questions that any words would answer. */
const freeTypes: ReadonlySet<AnswerType> = new Set<AnswerType>(["text", "address", "person_name"]);
/** Beside an address only values that no address holds are taken. */
const besideAddress: ReadonlySet<AnswerType> = new Set<AnswerType>([
  "phone",
  "date",
  "time",
  "money",
  "yes_no",
]);

const corrections = phrasesOf(
  "اقصد|قصدي|اقصدي|كنت اقصد|غلط|غلطت|غلطان|خطا|اخطات|عفوا|معليش|لا مو|لا مش|لا لا|تصحيح|بدل|بدلا|غير|غيروا|غيرها|غيره|عدل|عدلوا|عدلها|عدله|خليها|خليه|خلها|خله|خلوها|صار|مو كذا|مش كده|انسى اللي قلته|اغير|اعدل|ابي اغير|ابي اعدل",
  "i meant|i mean|meant|sorry|oops|correction|wrong|mistake|typo|instead|actually|change|make it|rather|not|edit|update|should be|it should be|fix|2asdy|asdi|aqsod|agsid|ghalat|mo|msh",
);

type Open = NonNullable<Task["context"]["open"]>;

/** The reading of a message as an answer to the open form, or undefined when it is none. */
export function readAnswer(task: Task): Reading | undefined {
  const { open } = task.context;
  const spec = task.context.services.find(({ id }) => id === open?.service);
  if (!open || !spec) return undefined;
  const form = { spec, open, asked: spec.fields.find(({ name }) => name === open.asked) };
  const changed = corrected(task, form);
  if (changed) return { understandings: changed, confidence: 0.9, by: "embedded" };
  const away = task.meanings.filter((meaning) => leadsAway(meaning, form));
  const rest = task.meanings.filter((meaning) => !away.includes(meaning));
  const span = away.length > 0 ? spanOf(rest) : undefined;
  const answers = rest.length > 0 ? answersIn(task, form, false, span) : [];
  if (answers.length === 0 && away.length === 0) return nothingNew(task, open);
  const others = away.flatMap((meaning) => awayMeans(task, meaning, open));
  const answersFirst =
    rest[0] !== undefined && away[0] !== undefined && rest[0].span.start < away[0].span.start;
  const understandings = answersFirst ? [...answers, ...others] : [...others, ...answers];
  const confidence = away[0] ? (away[0].rule ? 1 : topOf(away[0]).chance) : 0.9;
  return { understandings, confidence, by: "embedded" };
}

/**
 * Words that give the form nothing: the same wish again goes on with it; words about nothing clear are not understood, they begin
 * no second form.
 */
function nothingNew({ meanings }: Task, open: Open): Reading | undefined {
  const [meaning] = meanings;
  if (!meaning) return undefined;
  const { label, chance } = topOf(meaning);
  const same = label === open.service && chance >= chances.clear;
  if (same && meaning.asked)
    return { understandings: [{ type: "resume" }], confidence: chance, by: "embedded" };
  if (!same && meaning.asked && chance >= chances.likely) return undefined;
  const courteous = (label === "thanks" || label === "greeting") && chance >= chances.clear;
  return courteous
    ? undefined
    : { understandings: [{ type: "out_of_scope" }], confidence: 0.5, by: "embedded" };
}

type Form = { readonly spec: ServiceSpec; readonly open: Open; readonly asked: FieldSpec | undefined };

/** Words of correction with a value, or with the name of a field that has one, are a correction whatever else they look like. */
function corrected(task: Task, form: Form): Understanding[] | undefined {
  const { words, meanings } = task;
  const said = hasPhrase(corrections, words) || (words.length > 1 && noes.has(words[0]?.key ?? ""));
  if (!said || form.open.filled.length === 0 || meanings.some(({ rule }) => rule)) return undefined;
  const found = answersIn(task, form, true, undefined);
  return found.some(({ type }) => type === "correct") ? found : undefined;
}

const noes = new Set(["لا", "لاا", "كلا", "no", "nope", "nah", "لالا"]);

/** Is this no answer but something of its own? The more an answer could be anything, the surer it must be. */
function leadsAway(meaning: Meaning, { open, asked }: Form): boolean {
  if (meaning.rule) return true;
  const free = asked !== undefined && freeTypes.has(asked.type);
  const { label, chance } = topOf(meaning);
  if (label === "out_of_scope" || label === "greeting" || label === open.service) return isTopic(meaning);
  if (chance < (free ? chances.overAnswer : chances.another)) return isTopic(meaning);
  const command = label in commands || isOfficeLabel(label);
  return command || meaning.asked || isTopic(meaning);
}

const commands = { order_status: true, cancel_order: true, complaint: true, human_agent: true, thanks: true };

/** «كم السعر؟» in the middle of a form: short, and of the service at hand. */
function isTopic({ words }: Meaning): boolean {
  const topic = topicOf(words);
  return topic !== undefined && words.length <= 7;
}

function awayMeans(task: Task, meaning: Meaning, open: Open): Understanding[] {
  const topic = meaning.rule ? undefined : topicOf(meaning.words);
  if (topic && topicsOfServices.has(topic) && isTopic(meaning)) {
    const { label, chance } = topOf(meaning);
    const other = chance >= chances.another && task.context.services.some(({ id }) => id === label);
    return [{ type: "office", topic, service: other ? label : open.service }];
  }
  return understandingsOf(task, meaning, meaning.span);
}

function spanOf(meanings: readonly Meaning[]): Span {
  return { start: meanings[0]?.span.start ?? 0, end: meanings.at(-1)?.span.end ?? 0 };
}

function answersIn(
  task: Task,
  { spec, open, asked }: Form,
  correcting: boolean,
  span: Span | undefined,
): Understanding[] {
  const { text, words, parts, context } = task;
  const free = asked !== undefined && freeTypes.has(asked.type) && open.awaiting === "answer" && !correcting;
  const extracted = extractFields({
    ...{ text, words, spec, correcting, denied: parts.denied, filled: open.filled },
    moment: { now: context.now, zone: context.zone },
    ...(span && { span }),
    ...(asked && open.awaiting === "answer" && { asked: asked.name }),
    ...(free && { cuesOnly: true }),
    ...(free && asked.type === "address" && { types: besideAddress }),
  });
  const middle = parts.clauses.flatMap((clause) => clause.words);
  const inside = span ? wordsIn(middle, span) : middle;
  const changes = Object.keys(extracted.fields).some((name) => open.filled.includes(name));
  const direct = free && !changes ? directAnswer(task, asked, inside, extracted) : undefined;
  const fields = direct && asked ? { ...extracted.fields, [asked.name]: direct } : extracted.fields;
  const found = partition({ ...extracted, fields }, open);
  if (found.length > 0 || !correcting) return found;
  const ask = fieldsNamed(inside, spec).filter((name) => open.filled.includes(name));
  return ask.length > 0 ? [{ type: "correct", fields: {}, ask }] : [];
}

/** Values for fields that had one are corrections; the others are answers. */
function partition({ fields, bad }: Pick<Extracted, "fields" | "bad">, { filled }: Open): Understanding[] {
  const had = (name: string) => filled.includes(name);
  const answers = pick(fields, bad, (name) => !had(name));
  const changes = pick(fields, bad, had);
  return [
    ...(changes ? [{ type: "correct" as const, ...changes }] : []),
    ...(answers ? [{ type: "answers" as const, ...answers }] : []),
  ];
}

type Values = { readonly fields: ReadFields; readonly bad?: Readonly<Record<string, BadField>> };

function pick(
  fields: ReadFields,
  bad: Readonly<Record<string, BadField>>,
  wanted: (name: string) => boolean,
): Values | undefined {
  const kept: Record<string, ReadField> = {};
  const wrong: Record<string, BadField> = {};
  for (const [name, field] of Object.entries(fields)) if (wanted(name)) kept[name] = field;
  for (const [name, field] of Object.entries(bad)) if (wanted(name)) wrong[name] = field;
  if (Object.keys(kept).length + Object.keys(wrong).length === 0) return undefined;
  return { fields: kept, ...(Object.keys(wrong).length > 0 && { bad: wrong }) };
}
