/** What a far reader is told of a chat, of a voice note and of a picture; and what of them is too much for it. */
import { activeDraftOf } from "../conversation/reading/reading-context.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Content } from "../domain/message.ts";
import { findSecrets } from "../language/guarded/secrets.ts";
import { isClosed } from "../orders/status.ts";
import { type AskedChat, type AskedMedia, sensedLimits } from "../understand/classifier.ts";
import type { Arrival, ArrivalReader } from "./arrival.ts";

type File = Extract<Content, { readonly document: unknown }>;

/** A note or picture that a far reader takes; undefined when it stays as it came. */
export function senseOf(
  { senses, catalogue }: Pick<ArrivalReader, "senses" | "catalogue">,
  conversation: Conversation,
  content: File,
): Arrival | undefined {
  if (!senses || findSecrets(content.caption ?? "", { askedForCode: false }).length > 0) return undefined;
  const { specs, zone } = catalogue();
  const chat = chatOf(conversation);
  const concerned = new Set(chat.services);
  const draft = activeDraftOf(conversation);
  const spec = draft && specs.find(({ id }) => id === draft.service);
  const wanted = spec?.fields.filter(({ name }) => draft?.fields[name] === undefined) ?? [];
  const asked: AskedMedia = {
    content,
    chat,
    sensitive: specs.some(({ id, sensitive }) => sensitive !== undefined && concerned.has(id)),
    ...(spec && { form: { service: spec.id, title: spec.title.en, wanted, zone } }),
  };
  return senses(asked) ? { type: "sense", ...asked } : undefined;
}

/** Where notes and pictures are read, those that are too much for it say so. */
export function withLimits({ senses }: Pick<ArrivalReader, "senses">, content: File): File {
  if (!senses || content.type === "document") return content;
  if (content.type === "voice")
    return (content.seconds ?? 0) > sensedLimits.voiceSeconds || content.bytes > sensedLimits.voiceBytes
      ? { ...content, unread: "too_long" }
      : content;
  return content.bytes > sensedLimits.pictureBytes ? { ...content, unread: "too_large" } : content;
}

/** What a far classifier must know of the chat, above all what it must never be told. */
export function chatOf({ id, customer, lastSeq, drafts, orders, known }: Conversation): AskedChat {
  const fields = [known, ...drafts.map((draft) => draft.fields)].flatMap((own) => Object.entries(own));
  const personal = fields.flatMap(([name, { value, evidence }]) =>
    typeof value === "string" && isPersonal(name) ? [value, evidence.text] : [],
  );
  return {
    conversation: id,
    customer,
    lastSeq,
    services: [...drafts, ...orders.filter(({ status }) => !isClosed(status))].map(({ service }) => service),
    personal,
  };
}

/** Fields that name or number a person, by their own names: `name`, `recipient_phone`, `national_id`, `iban`. */
const isPersonal = (field: string): boolean =>
  /(?:^|_)(?:name|phone|mobile|id|iban|person|patient|party|account|number)(?:_|$)/.test(field);
