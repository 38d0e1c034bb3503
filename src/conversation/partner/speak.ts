/** What is said in a partner's chat: the bubble of a turn, its choices as the chat remembers them, and news. */

import type { OrderRef } from "../../domain/ids.ts";
import type { Choice } from "../../domain/message.ts";
import type { OrderNoticeRef, PartnerNotice } from "../../domain/notice.ts";
import type { PartnerAsk, PartnerChat } from "../../domain/partner-chat.ts";
import type { Variables } from "../show/render.ts";
import type { Work } from "../work.ts";
import { type Told, told } from "./show.ts";

/** A sentence as the next line of the bubble. */
export function line(work: Work, name: Told, variables?: Variables): void {
  work.parts.push(told(work, name, variables));
}

export function lines(work: Work, texts: readonly string[]): void {
  work.parts.push(...texts);
}

/** The choices of the bubble: a digit in the next message stands for one of them. */
export function give(work: Work, choices: readonly Choice[]): void {
  work.choices = choices;
  if (work.partner) work.partner = withOffered(work.partner, choices, work.at, true);
}

/** What the partner's next words are for. */
export function expect(work: Work, ask: PartnerAsk): void {
  if (work.partner) work.partner = { ...work.partner, open: { ...ask, at: work.at } };
}

/** Nothing was said that ends what the next words are for. */
export function keepOpen(work: Work, { open }: PartnerChat): void {
  if (work.partner && open) work.partner = { ...work.partner, open };
}

/** The chat without a question that waits: words that wait for their order answer nothing that was said since, nor the other way round. */
export function withoutOpen({ open: _open, ...rest }: PartnerChat): PartnerChat {
  return rest;
}

function withOffered(chat: PartnerChat, choices: readonly Choice[], at: number, asked: boolean): PartnerChat {
  return { ...chat, offered: { values: choices.map(({ value }) => value), at, asked } };
}

export type News = {
  readonly order: OrderRef;
  readonly texts: readonly string[];
  readonly choices?: readonly Choice[];
  readonly notice?: PartnerNotice;
  /** The partner has the order: it is told whether it wants messages or not. */
  readonly owed?: boolean;
};

const refOf = ({ type, offer, order: { ref } }: PartnerNotice, at: number): OrderNoticeRef => ({
  ...{ type, at, order: { ref } },
  ...(offer && { offer }),
});

/** Something that nobody here asked for. */
export function tell(work: Work, { order, texts, choices = [], notice, owed }: News): void {
  work.says.push({
    ...{ type: "say", kind: "news", from: "office", language: work.language, text: texts.join("\n"), order },
    ...(choices.length > 0 && { choices }),
    ...(notice && { notice: refOf(notice, work.at) }),
    ...(owed && { owed: true as const }),
  });
  if (work.partner && choices.length > 0)
    work.partner = withOffered(withoutOpen(work.partner), choices, work.at, false);
}
