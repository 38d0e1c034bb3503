/**
 * «لا العنوان حي الزهور» of a form that holds two addresses: "the address" says not which, and so the customer is asked; the words are kept for
 * that answer. One that says which, or denies what one of them holds, is taken.
 */
import type { Draft } from "../../domain/conversation.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import type { Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { evidenced } from "../form/evidence.ts";
import { askDecision } from "../hearing/decisions.ts";
import { activeDraft, type Work } from "../work.ts";

/** «العنوان», "the address", and no more. */
const bareAddress = /^[وبل]?(?:ال)?عنوان$|^(?:address|adress|3enwan|3inwan|3nwan|elenwan|el3enwan)$/;

/** False where it is clear which one is meant. */
export function asksWhichAddress(work: Work, fields: ReadFields, text: string): boolean {
  const draft = activeDraft(work);
  const [told, another] = Object.entries(fields);
  if (!draft || !told || another) return false;
  const addresses = heldAddresses(work, draft);
  const { open } = work;
  const isAsked = open?.type === "field" && addresses.every(({ name }) => name !== open.field);
  if (open?.type !== "read_back" && !isAsked) return false;
  const [name, read] = told;
  if (addresses.length < 2 || !addresses.some((question) => question.name === name)) return false;
  const words = tokens(`${text.slice(0, read.start)} ${text.slice(read.end)}`).map(({ text: word }) => word);
  if (!words.some((word) => bareAddress.test(word)) || saysWhich(words, addresses)) return false;
  const among = evidenced(work, Object.fromEntries(addresses.map((question) => [question.name, read])));
  askDecision(work, { type: "change_what", draft: draft.id, among });
  return true;
}

/** «العنوان حي الزهور مو النرجس»: the address that holds what is denied is the one that is meant. */
export function withDeniedAddress(work: Work, fields: ReadFields, text: string): ReadFields {
  const draft = activeDraft(work);
  const [told, another] = Object.entries(fields);
  const addresses = draft ? heldAddresses(work, draft) : [];
  if (!draft || !told || another || !addresses.some(({ name }) => name === told[0])) return fields;
  const words = tokens(text).map(({ text: word }) => word);
  const at = words.findIndex(negates);
  const denied = new Set(at < 0 ? [] : words.slice(at + 1).map(withoutArticle));
  const [holder, other] = addresses.filter(({ name }) => {
    const { value } = draft.fields[name] ?? {};
    const held = typeof value === "object" && "text" in value ? String(value.text) : "";
    return tokens(held).some(({ text: word }) => word.length > 3 && denied.has(withoutArticle(word)));
  });
  return holder && !other ? { [holder.name]: told[1] } : fields;
}

const negates = (word: string): boolean => denyingWords.has(word) || insteadOf.test(word);
const insteadOf = /^(?:بدل|بدال|instead|badal)$/;

const heldAddresses = (work: Work, draft: Draft): readonly Question[] =>
  flowOf(work.catalogue, draft).questions.filter(
    ({ name, type }) => type === "address" && draft.fields[name],
  );

/** «غير العنوان»: several are named, and none of them. */
export function namesSomeAddress(work: Work, names: readonly string[] | undefined): boolean {
  const draft = activeDraft(work);
  const addresses = draft ? heldAddresses(work, draft) : [];
  return (names?.length ?? 0) > 1 && (names ?? []).every((one) => addresses.some(({ name }) => name === one));
}

/** A word of a question's own name beside "address", of either end, or one that denies something. */
function saysWhich(words: readonly string[], addresses: readonly Question[]): boolean {
  const own = addresses.flatMap(({ label, names }) =>
    [label.ar, label.en, ...names].flatMap((one) => fold(one).trim().split(" ")),
  );
  const names = new Set(own.map(withoutArticle).filter((word) => word.length > 2 && !bareAddress.test(word)));
  return words.some(
    (word) =>
      (names.has(withoutArticle(word)) && !bareAddress.test(word)) || eitherEnd.test(word) || negates(word),
  );
}

const eitherEnd = /^(?:من|الي|from|to|first|second|الاول|الثاني|التاني)$/;
