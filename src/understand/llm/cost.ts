/** What reading with a model costs, from the totals of a run: for evaluations and for the person who pays. */

export type Cost = {
  readonly messages: number;
  /** Messages that needed no call. */
  readonly avoided: number;
  /** Tokens for a thousand messages, those that needed no call among them. */
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars for a thousand messages, at the list price below. */
  readonly dollars: number;
};

/**
 * List price of the default model, gpt-5-mini, in US dollars for a million tokens (https://platform.openai.com/docs/pricing). A server of
 * one's own costs its electricity.
 */
const price = { in: 0.25, out: 2 };

/** @param totals of the reader (`llm_tokens_in_total`, `llm_tokens_out_total`), messages read, and messages asked about */
export function costOf(totals: Readonly<Record<string, number>>): Cost {
  const { messages = 0, asked = 0, llm_tokens_in_total: sent = 0, llm_tokens_out_total: got = 0 } = totals;
  const perThousand = (tokens: number) => (messages === 0 ? 0 : Math.round((tokens / messages) * 1_000));
  const [tokensIn, tokensOut] = [perThousand(sent), perThousand(got)];
  return {
    messages,
    avoided: messages - asked,
    tokensIn,
    tokensOut,
    dollars: (tokensIn * price.in + tokensOut * price.out) / 1_000_000,
  };
}

/** One line for people. */
export function showCost({ messages, avoided, tokensIn, tokensOut, dollars }: Cost): string {
  const share = messages === 0 ? 0 : Math.round((avoided / messages) * 100);
  return `model: ${messages} messages, ${share} % without a call; 1,000 messages cost ${tokensIn} tokens in and ${tokensOut} out, ${dollars.toFixed(2)} USD at the list price of gpt-5-mini`;
}
