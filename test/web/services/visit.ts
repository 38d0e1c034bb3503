/**
 * A customer's chat page without a browser: the requests that `src/web/assets/chat` makes, in its order. The page is opened, the
 * first message opens the chat, lines are read once and then followed as server-sent events.
 */
import { randomUUID } from "node:crypto";
import {
  type MessageJson,
  messageListSchema,
  messageSchema,
  sessionSchema,
} from "../../../src/web/api/schemas.ts";

/** Less than a test's own limit, so that a failure names what did not come. */
const patienceMs = 5_000;

export type Sent =
  | { readonly text: string }
  | { readonly choice: string }
  | { readonly location: { readonly latitude: number; readonly longitude: number } }
  | { readonly file: Blob; readonly name: string };

export type Visit = {
  readonly session: string;
  readonly conversation: string;
  /** Every line that the page has got, in its order. */
  readonly lines: readonly MessageJson[];
  /** Sends it and gives what the office said to it. */
  send(what: Sent): Promise<readonly MessageJson[]>;
  /** The whole chat as a page that is loaded anew gets it. */
  reload(): Promise<readonly MessageJson[]>;
  leave(): Promise<void>;
};

export type Door = {
  readonly base: string;
  /** Where the customer comes from. */
  readonly address: string;
  /** The last `seq` of a chat once the office is done. */
  readonly settled: (conversation: string) => Promise<number>;
};

/** Opens the page and a chat in this language. */
export async function visit(door: Door, language: "ar" | "en"): Promise<Visit> {
  const ask = (path: string, init: RequestInit = {}) => request(door, path, init);
  await (await ask(`/chat?lang=${language}`)).text();
  const opened = await ask("/api/v1/chat/sessions", asJson({ language }));
  const { session, conversation } = sessionSchema.parse(await opened.json());
  const path = `/api/v1/chat/sessions/${session}`;
  const read = async () =>
    messageListSchema.parse(await (await ask(`${path}/messages?after=0&wait=0`)).json()).messages;

  const lines: MessageJson[] = await read();
  const leaving = new AbortController();
  const events = await ask(`${path}/events?after=0`, { signal: leaving.signal });
  let grown = Promise.withResolvers<void>();
  const following = follow(events, (line) => {
    lines.push(line);
    grown.resolve();
    grown = Promise.withResolvers();
  });
  const has = async (seq: number) => {
    const late = AbortSignal.timeout(patienceMs);
    while ((lines.at(-1)?.seq ?? 0) < seq) {
      if (late.aborted) throw new Error(`line ${seq} did not come; the last was ${lines.at(-1)?.seq}`);
      await Promise.race([grown.promise, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
  };
  return {
    session,
    conversation,
    lines,
    async send(what) {
      const before = lines.length;
      await ask(`${path}/messages`, "file" in what ? asForm(what) : asJson({ id: randomUUID(), ...what }));
      await has(await door.settled(conversation));
      return lines.slice(before).filter(({ from }) => from === "office");
    },
    reload: read,
    async leave() {
      leaving.abort();
      await following;
    },
  };
}

async function request({ base, address }: Door, path: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, "x-forwarded-for": address };
  const answer = await fetch(base + path, { ...init, headers });
  if (!answer.ok) throw new Error(`${path.split("/").at(-1)}: ${answer.status} ${await answer.text()}`);
  return answer;
}

function asJson(body: object): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

function asForm({ file, name }: { readonly file: Blob; readonly name: string }): RequestInit {
  const body = new FormData();
  body.append("id", randomUUID());
  body.append("file", file, name);
  return { method: "POST", body };
}

/** Reads events until the page is left; what stands under `data:` is a line of the chat. */
async function follow(events: Response, line: (line: MessageJson) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const bytes of events.body ?? []) {
      const frames = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const [, data] = /^data: (.*)$/m.exec(frame) ?? [];
        if (data !== undefined) line(messageSchema.strict().parse(JSON.parse(data)));
      }
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
}
