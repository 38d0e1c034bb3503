/** Lines of a chat as their readers get them: in words whatever they were (a pressed choice by its label), moments in RFC 3339. */
import type { ConversationId } from "../../domain/ids.ts";
import type { ChatLine, Choice, Content, Media } from "../../domain/message.ts";
import type { Engine } from "../../engine.ts";
import type { MessageJson, SentMessageJson } from "./schemas.ts";

/** How far back a pressed choice's question is looked for; the office never lets that many lines pass between them. */
const lookBack = 100;

export type Page = { readonly messages: readonly MessageJson[]; readonly more: boolean };

/** At most `limit` lines with `seq` > after, and whether there are more. */
export async function readPage(
  engine: Pick<Engine, "lines">,
  conversation: ConversationId,
  after: number,
  limit = 100,
): Promise<Page> {
  const { lines, more, labels } = await readLines(engine, conversation, after, limit);
  return { messages: lines.map((line) => messageOf(line, labels)), more };
}

/** The same, with what became of the office's own lines. */
export async function readSentPage(
  engine: Pick<Engine, "lines">,
  conversation: ConversationId,
  after: number,
): Promise<{ readonly messages: readonly SentMessageJson[]; readonly more: boolean }> {
  const { lines, more, labels } = await readLines(engine, conversation, after, 100);
  const messages = lines.map((line) => ({
    ...messageOf(line, labels),
    ...(line.delivery && { delivery: line.delivery }),
    ...(line.problem !== undefined && { problem: line.problem }),
  }));
  return { messages, more };
}

async function readLines(
  engine: Pick<Engine, "lines">,
  conversation: ConversationId,
  after: number,
  limit: number,
) {
  const found = await engine.lines(conversation, after, limit + 1);
  const lines = found.slice(0, limit);
  const labels = labelsIn(lines);
  if (lines.some((line) => pressed(line) !== undefined && !labels.has(pressed(line) ?? ""))) {
    const from = Math.max(0, after - lookBack);
    for (const [value, label] of labelsIn(await engine.lines(conversation, from, after - from))) {
      if (!labels.has(value)) labels.set(value, label);
    }
  }
  return { lines, labels, more: found.length > limit };
}

function pressed(line: ChatLine): string | undefined {
  return line.content?.type === "choice" ? line.content.value : undefined;
}

function labelsIn(lines: readonly ChatLine[]): Map<string, string> {
  return new Map(
    lines.flatMap(({ choices = [] }) => choices.map(({ value, label }: Choice) => [value, label])),
  );
}

function messageOf(line: ChatLine, labels: ReadonlyMap<string, string>): MessageJson {
  const said = line.content && saidIn(line.content, labels);
  const text = line.text ?? said?.text;
  const media = line.document ?? said?.media;
  return {
    seq: line.seq,
    from: line.from,
    at: new Date(line.at).toISOString(),
    ...(line.id !== undefined && { id: line.id }),
    ...(text !== undefined && text !== "" && { text }),
    ...(line.choices &&
      line.choices.length > 0 && { choices: line.choices.map(({ value, label }) => ({ value, label })) }),
    ...(media && { document: fileOf(media) }),
    ...(line.order && { order: line.order }),
    ...(line.name !== undefined && { name: line.name }),
  };
}

type InWords = { readonly text?: string; readonly media?: Media };

function saidIn(content: Content, labels: ReadonlyMap<string, string>): InWords {
  switch (content.type) {
    case "text":
    case "edit":
    case "by_staff":
      return { text: content.text };
    case "choice":
      return { text: labels.get(content.value) ?? "✓" };
    case "location": {
      const place = `${content.latitude.toFixed(5)}, ${content.longitude.toFixed(5)}`;
      return { text: `📍 ${content.label === undefined ? place : `${content.label} (${place})`}` };
    }
    case "contact":
      return { text: `👤 ${content.name}\n${content.phone}` };
    case "photo":
    case "document":
    case "voice":
      return { media: content, ...wordsWith(content) };
    case "reaction":
      return { text: content.emoji };
    case "unsupported":
      return {};
    default:
      return content satisfies never;
  }
}

/** What stands under a file, or was heard in it. */
function wordsWith(content: Extract<Content, { readonly document: unknown }>): Pick<InWords, "text"> {
  const text = (content.type === "voice" ? content.text : undefined) ?? content.caption;
  return text === undefined ? {} : { text };
}

function fileOf({ document, name, mediaType, bytes }: Media): NonNullable<MessageJson["document"]> {
  return { id: document, name, type: mediaType, bytes };
}
