/** The shapes that several routes of the API take or give, as zod schemas: parsers at the edge, and the source of `openapi.json`. */
import { z } from "@hono/zod-openapi";
import { outcomeNames } from "../../domain/complaint.ts";
import { languages } from "../../domain/language.ts";
import { orderKinds, statusNames } from "../../domain/order.ts";
import { longestText } from "../lengths.ts";

/** contracts.md: a choice's value. */
const maxChoiceBytes = 64;

export const moment = z.iso.datetime().openapi({ description: "RFC 3339, UTC" });
const conversationId = z.string().openapi({ description: "`c_…`", example: "c_Zm9vYmFyYmF6cXV4MTIzNA" });
export const language = z.enum(languages);

export const newSessionSchema = z
  .object({
    language: language.optional(),
    code: z.string().min(1).max(200).optional().openapi({ description: "A partner's single-use link" }),
  })
  .openapi("NewSession");

export const sessionSchema = z
  .object({
    session: z.string().openapi({ description: "256 random bits, base64url: the only key to this chat" }),
    conversation: conversationId,
  })
  .openapi("Session");

/** 1–64 characters of the sender's own; a repeat is accepted and has no further effect. */
export const messageIdSchema = z.string().min(1).max(64);

const choiceValueSchema = z
  .string()
  .min(1)
  .refine((value) => Buffer.byteLength(value) <= maxChoiceBytes, {
    error: `at most ${maxChoiceBytes} bytes`,
  });

export const newMessageSchema = z
  .object({
    id: messageIdSchema,
    text: z.string().optional().openapi({ maxLength: longestText }),
    choice: choiceValueSchema.optional(),
    location: z
      .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .optional(),
    contact: z
      .object({ name: z.string().trim().min(1).max(200), phone: z.string().trim().min(1).max(40) })
      .optional(),
  })
  .refine(hasOneContent, { error: "exactly one of text, choice, location, contact", path: ["text"] })
  .openapi("NewMessage");
export type NewMessage = z.infer<typeof newMessageSchema>;

function hasOneContent(body: Readonly<Record<string, unknown>>): boolean {
  return ["text", "choice", "location", "contact"].filter((name) => body[name] !== undefined).length === 1;
}

export const uploadSchema = z
  .object({
    id: messageIdSchema,
    file: z.string().openapi({ type: "string", format: "binary" }),
    caption: z.string().max(longestText).optional(),
  })
  .openapi("Upload");

export const acceptedSchema = z.object({ id: messageIdSchema }).openapi("Accepted");

const fileSchema = z
  .object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.int() })
  .openapi("File");

export const messageSchema = z
  .object({
    seq: z.int().min(1),
    from: z.enum(["customer", "office", "agent", "partner"]),
    at: moment,
    id: messageIdSchema.optional().openapi({ description: "Of a customer's message: the sender's own" }),
    text: z.string().optional(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    document: fileSchema.optional(),
    order: z.string().optional().openapi({ example: "BR-10001" }),
    name: z.string().optional().openapi({ description: "Of an agent's message: who wrote it" }),
  })
  .openapi("Message");
export type MessageJson = z.infer<typeof messageSchema>;

/** For programs that look over the office's shoulder: also what became of the office's own lines. */
const sentMessageSchema = messageSchema
  .extend({
    delivery: z
      .enum(["waiting", "in_flight", "handed_over", "delivered", "read", "failed"])
      .optional()
      .openapi({ description: "Of a line that is not the customer's: what became of it" }),
    problem: z.string().optional().openapi({
      description:
        "Why it waits for another try, or did not arrive; `unsure…`: it may have arrived; `repeated`: it may have arrived twice",
      example: "address_gone",
    }),
  })
  .openapi("SentMessage");
export type SentMessageJson = z.infer<typeof sentMessageSchema>;

export const sentMessageListSchema = z
  .object({ messages: z.array(sentMessageSchema), more: z.boolean() })
  .openapi("SentMessageList");

export const messageListSchema = z
  .object({ messages: z.array(messageSchema), more: z.boolean() })
  .openapi("MessageList");

/** `after` must be a count; anything else is a bad cursor (400), not a wrong shape. */
export const messageQuerySchema = z.object({
  after: z.string().optional().openapi({ description: "Exclusive `seq`; default 0" }),
  wait: z.coerce
    .number()
    .min(0)
    .max(25)
    .default(0)
    .openapi({ description: "Seconds; default 0, at most 25" }),
});

const moneySchema = z.object({ amountMinor: z.int(), currency: z.string() }).openapi("Money");
const valueSchema = z.unknown().openapi({ description: 'As under "Values" of the contract' });
export const fieldsSchema = z.record(z.string(), valueSchema);
export const evidenceSchema = z
  .object({
    text: z.string(),
    messageId: z.string(),
    start: z.int(),
    end: z.int(),
    by: z.enum(["exact", "embedded", "llm", "known", "derived", "agent", "api"]),
  })
  .openapi("Evidence");
const bySchema = z
  .object({ type: z.enum(["customer", "agent", "partner", "office"]), name: z.string().optional() })
  .openapi("By");
const endedSchema = z.object({ by: bySchema, reason: z.string() });

export const orderSchema = z
  .object({
    ref: z.string().openapi({ example: "BR-10001" }),
    service: z.string(),
    kind: z.enum(orderKinds).openapi({ description: "A service for a customer, a complaint, or internal" }),
    about: z.string().optional().openapi({ description: "The order that a complaint is about" }),
    outcome: z
      .object({
        what: z.enum(outcomeNames),
        words: z.string(),
        at: moment,
        by: bySchema,
        partner: z.string().optional().openapi({ description: "Whose doing it was, by its id" }),
      })
      .optional()
      .openapi({ description: "What a colleague answered to a complaint" }),
    status: z.enum(statusNames),
    stage: z.string().optional(),
    fields: fieldsSchema,
    evidence: z.record(z.string(), evidenceSchema),
    price: z
      .object({
        lines: z.array(
          z.object({
            label: z.object({ ar: z.string(), en: z.string() }),
            amount: moneySchema,
            vat: z.boolean(),
          }),
        ),
        total: moneySchema,
      })
      .optional(),
    customer: z.object({
      id: z.string(),
      conversation: conversationId,
      channel: z.string().optional(),
      language: language.optional(),
      name: z.string().optional(),
      phone: z.string().optional(),
    }),
    partner: z.object({ id: z.string(), name: z.object({ ar: z.string(), en: z.string() }) }).optional(),
    agent: z.object({ id: z.string(), name: z.string() }).optional(),
    promisedBy: moment.optional(),
    cancelled: endedSchema.optional(),
    failed: endedSchema.optional(),
    history: z.array(
      z.object({
        at: moment,
        from: z.enum(statusNames).optional(),
        to: z.enum(statusNames),
        stage: z.string().optional(),
        by: bySchema,
        note: z.string().optional(),
      }),
    ),
  })
  .openapi("Order");
export type OrderJson = z.infer<typeof orderSchema>;

export const orderListSchema = z
  .object({ orders: z.array(orderSchema), next: z.string().optional() })
  .openapi("OrderList");

export const orderQuerySchema = z.object({
  conversation: z.string().optional(),
  session: z.string().optional(),
  status: z
    .string()
    .transform((names) => names.split(","))
    .pipe(z.array(z.enum(statusNames)))
    .optional()
    .openapi({ type: "string", description: "A status, or several with commas between" }),
  service: z.string().min(1).optional(),
  kind: z
    .enum([...orderKinds, "all"])
    .optional()
    .openapi({
      description:
        "Left out: what customers ordered. `all`: complaints too, and what the office's departments ask of each other where the key may know of it",
    }),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const newOrderSchema = z
  .object({
    service: z.string(),
    about: z.string().optional().openapi({
      description:
        "Of a complaint: the order of this customer that it is about; where that has a complaint, it is told there",
      example: "BR-10001",
    }),
    fields: fieldsSchema.default({}),
    conversation: z.string().optional(),
    session: z.string().optional(),
    customer: z
      .object({ name: z.string().trim().min(1).max(200), phone: z.string().max(40), language })
      .optional(),
  })
  .openapi("NewOrder");
export type NewOrder = z.infer<typeof newOrderSchema>;

export const enteredSchema = z
  .object({ ref: z.string(), missing: z.array(z.string()) })
  .openapi("EnteredOrder");
