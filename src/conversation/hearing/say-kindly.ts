/** A kind word before anything else, where whoever begins a request tells of pain, of a death or of a wrong («وجع ضرسي», «كفيلي فصلني»). */
import type { Understanding } from "../../domain/understanding.ts";
import { type Trouble, troubleIn } from "../../language/replies/troubles.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { activeDraft, addLine, type Work } from "../work.ts";

const sentences: Readonly<Record<Trouble, SentenceName>> = {
  ill: "greeting.get_well",
  bereaved: "greeting.condolences",
  wronged: "greeting.sorry_to_hear",
};

/** Once, when the request is first heard: who goes on telling has been answered so. */
export function sayKindly(work: Work, understanding: Understanding, text: string): void {
  if (understanding.type !== "request" || activeDraft(work) || work.open?.type === "consent") return;
  const flow = work.catalogue.flows.get(understanding.service);
  sayKindlyOf(work, flow && troubleIn(text, flow.sensitive === "health"));
}

export function sayKindlyOf(work: Work, trouble: Trouble | undefined): void {
  if (trouble) addLine(work, sentences[trouble]);
}
