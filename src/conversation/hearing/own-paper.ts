/** «أجدد إقامتي», "my visa is ending": the paper is the customer's own, and whom it is for is not asked. */
import type { ReadField, ReadFields, Understanding } from "../../domain/understanding.ts";
import type { Flow } from "../flow/flow.ts";
import { variantQuestion } from "../flow/variant.ts";
import type { Work } from "../work.ts";

/** What was understood, with the customer as the one that a paper of their own is for. */
export function withOwner(
  work: Work,
  said: readonly Understanding[],
  text: string,
): readonly Understanding[] {
  return said.map((one) => {
    const flow = one.type === "request" ? work.catalogue.flows.get(one.service) : undefined;
    if (one.type !== "request" || !flow) return one;
    const { owner, paper } = ownPaperIn(flow, one.fields, text) ?? {};
    if (owner === undefined || !paper) return one;
    const { start, end } = paper;
    const value = work.language === "ar" ? "لي أنا" : "myself";
    return { ...one, fields: { ...one.fields, [owner]: { value, text: paper.text, start, end } } };
  });
}

/** The question that is answered so, and the words of the paper; undefined where it is asked of nobody, or somebody is named. */
function ownPaperIn(
  flow: Flow,
  fields: ReadFields,
  text: string,
): { readonly owner: string; readonly paper: ReadField } | undefined {
  const owner = flow.questions.find((one) => one.owner)?.name;
  const paper = fields[variantQuestion(flow)?.name ?? ""];
  if (owner === undefined || fields[owner] || !paper) return undefined;
  const isAsked = flow.variants?.[String(paper.value)]?.asks?.includes(owner) === true;
  return isAsked && isOwn(text, paper) ? { owner, paper } : undefined;
}

function isOwn(text: string, { start, end }: ReadField): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const said = `${/\bmy\s$/iu.test(before) ? "my " : ""}${text.slice(start, end)}`;
  return own.test(said) && !ofOther.test(text.slice(end));
}

const own =
  /(?:^|[\s،,])(?:[وبفل]?[إا]قامت[يى]|[وبفل]?ت[أا]شيرتي|[وبفل]?فيزتي|my (?:\p{L}+ )?(?:iqama|eqama|residency|residence permit|visa)|[ie][kq8g]am?t?i|visti)(?=$|[\s،,.])/iu;
/** «إقامتي أنا وزوجتي»: somebody else is meant, too. */
const ofOther = /^\s*(?:['’]s|(?:أنا|انا|ana|myself)\s*(?:و|and|w))/iu;
