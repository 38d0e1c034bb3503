/** A customer in the terminal who speaks with an open office through its chat API, as the chat page does. */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { z } from "zod";
import { forTerminal } from "../channels/terminal.ts";
import type { Language } from "../domain/language.ts";

export type TalkInput = {
  readonly url: string;
  readonly language: Language;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
};

const answerMs = 1_500;
/** Each request for lines is held this long by the office. */
const holdSeconds = 20;
/** After the last line was written: a reply that takes longer is read in the browser. */
const lastReplySeconds = 2;

/** The first of these addresses where an office answers that it is there. */
export async function findOffice(addresses: readonly string[]): Promise<string | undefined> {
  for (const address of addresses) {
    try {
      const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(answerMs) });
      if ("ready" in z.looseObject({}).parse(await answer.json())) return address;
    } catch {
      // Nobody, or somebody else, is there.
    }
  }
  return undefined;
}

const sessionSchema = z.object({ session: z.string() });
const pageSchema = z.object({
  messages: z.array(
    z.object({
      seq: z.number(),
      from: z.string(),
      text: z.string().optional(),
      choices: z.array(z.object({ label: z.string() })).optional(),
    }),
  ),
});

/** Talks until the input ends and its last reply has come. */
export async function talkOverHttp({ url, language, input, output }: TalkInput): Promise<void> {
  const opened = await postJson(`${url}/api/v1/chat/sessions`, { language });
  if (!opened.ok) throw new Error(`${url} opened no chat (${opened.status}).`);
  const { session } = sessionSchema.parse(await opened.json());
  const messages = `${url}/api/v1/chat/sessions/${session}/messages`;
  output.write(`${url}/chat#s=${session}\n\n`);
  const left = new AbortController();
  let last = 0;
  const show = async (wait: number, signal?: AbortSignal) => {
    const answer = await fetch(`${messages}?after=${last}&wait=${wait}`, signal ? { signal } : {});
    if (!answer.ok) throw new Error(`${url} gave no lines (${answer.status}).`);
    for (const line of pageSchema.parse(await answer.json()).messages) {
      last = line.seq;
      if (line.from !== "customer") output.write(`${shown(line)}\n\n`);
    }
  };
  const following = follow(show, left.signal);
  for await (const line of createInterface({ input, terminal: false })) {
    if (line.trim() !== "") await send(messages, line.trim(), output);
  }
  await new Promise((resolve) => setTimeout(resolve, lastReplySeconds * 1_000));
  left.abort();
  await following;
}

async function follow(
  show: (wait: number, signal: AbortSignal) => Promise<void>,
  left: AbortSignal,
): Promise<void> {
  while (!left.aborted) {
    try {
      await show(holdSeconds, left);
    } catch (error) {
      if (left.aborted) return;
      // The office is being restarted: it is asked again, after the line that was shown last.
      void error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** Sends until it is durable; the id makes a repetition harmless. */
async function send(messages: string, text: string, output: NodeJS.WritableStream): Promise<void> {
  const id = randomUUID();
  for (;;) {
    const answer = await postJson(messages, { id, text }).catch(() => undefined);
    if (answer?.status === 202) return;
    if (answer && answer.status < 500 && answer.status !== 429) {
      output.write(`[${answer.status}]\n`);
      return;
    }
    const waitSeconds = Number(answer?.headers.get("retry-after") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1_000));
  }
}

function postJson(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

function shown({ text = "", choices = [] }: z.infer<typeof pageSchema>["messages"][number]): string {
  const numbered = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  return forTerminal([text, ...numbered].join("\n"));
}
