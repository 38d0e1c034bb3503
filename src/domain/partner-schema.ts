/** A partner as it is stored, read back with every part looked at: a row that something else has written is never trusted. */
import { z } from "zod";
import { type AgentId, type ConversationId, type PartnerId, parsePartnerId } from "./ids.ts";
import { languages } from "./language.ts";
import type { Currency } from "./money.ts";
import { licenceKinds, type Partner, partnerKinds } from "./partner.ts";

const dateSchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const timeSchema = z.string().regex(/^\d\d:\d\d$/);
const idSchema = <Id extends string>(prefix: string) =>
  z.custom<Id>((value) => typeof value === "string" && value.startsWith(prefix));
const momentSchema = z.number().int().nonnegative();

const shiftsSchema = z.array(z.tuple([timeSchema, timeSchema]));
const weekSchema = z.strictObject({
  sunday: shiftsSchema,
  monday: shiftsSchema,
  tuesday: shiftsSchema,
  wednesday: shiftsSchema,
  thursday: shiftsSchema,
  friday: shiftsSchema,
  saturday: shiftsSchema,
});

const currencySchema = z.enum([
  "SAR",
  "AED",
  "KWD",
  "QAR",
  "BHD",
  "OMR",
  "EGP",
  "USD",
  "EUR",
  "GBP",
  "TRY",
] satisfies readonly Currency[]);

const stateSchema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("active") }),
  z.strictObject({
    status: z.literal("paused_by_staff"),
    reason: z.string(),
    at: momentSchema,
    by: z.strictObject({ id: idSchema<AgentId>("a_"), name: z.string() }).exactOptional(),
  }),
  z.strictObject({
    status: z.literal("paused_by_itself"),
    reason: z.string().exactOptional(),
    at: momentSchema,
  }),
]);

const contactsSchema = z.strictObject({
  phone: z.string().exactOptional(),
  email: z.string().exactOptional(),
  webhook: z.string().exactOptional(),
  chat: z
    .strictObject({ conversation: idSchema<ConversationId>("c_"), linkedAt: momentSchema })
    .exactOptional(),
  linkCode: z.strictObject({ code: z.string(), until: momentSchema }).exactOptional(),
});

const partnerSchema: z.ZodType<Partner> = z.strictObject({
  id: z.custom<PartnerId>((value) => typeof value === "string" && parsePartnerId(value) !== undefined),
  version: z.number().int().nonnegative(),
  kind: z.enum(partnerKinds),
  name: z.strictObject({ ar: z.string(), en: z.string() }),
  services: z.array(z.string()),
  cities: z.array(z.string()),
  areas: z.array(z.string()),
  hours: weekSchema.exactOptional(),
  ramadan: weekSchema.exactOptional(),
  holidays: z.array(z.strictObject({ date: dateSchema, until: dateSchema.exactOptional() })),
  officeHolidays: z.boolean(),
  contacts: contactsSchema,
  languages: z.array(z.enum(languages)).min(1),
  capacity: z.number().int().positive().exactOptional(),
  prices: z.record(
    z.string(),
    z.strictObject({ amountMinor: z.number().int().positive(), currency: currencySchema }),
  ),
  licences: z.array(
    z.strictObject({ kind: z.enum(licenceKinds), number: z.string(), expires: dateSchema.exactOptional() }),
  ),
  state: stateSchema,
  silent: z.number().int().positive().exactOptional(),
  silentAt: z.number().int().exactOptional(),
  demo: z.boolean(),
});

/**
 * A stored partner.
 * @throws Error naming the row, when it is not one: nothing of ours writes such a row
 */
export function parsePartner(value: unknown): Partner {
  const parsed = partnerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const id = typeof value === "object" && value !== null && "id" in value ? String(value.id) : "?";
  throw new Error(`The stored partner ${id} can't be read: ${z.prettifyError(parsed.error)}`);
}
