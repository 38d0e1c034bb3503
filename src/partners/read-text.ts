/** A partner from the texts that were typed for it: everything that is wrong at once, or the partner as it would be. */
import { type PartnerId, parsePartnerId } from "../domain/ids.ts";
import { type Partner, type PartnerKind, type PartnerState, partnerKinds } from "../domain/partner.ts";
import { fold } from "../language/letters/normalise.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import {
  type FieldReading,
  isBad,
  isRead,
  longestField,
  type PartnerProblem,
  type PartnerText,
} from "./partner-text.ts";
import {
  readCapacity,
  readEmail,
  readLanguages,
  readLicences,
  readName,
  readPhone,
  readPlaces,
  readWebhook,
} from "./read-fields.ts";
import { readHolidays, readWeek } from "./read-hours.ts";
import { type KnownService, readPrices, readServices } from "./read-services.ts";
import { kindNames, partnerFields, statusNames, yesNo } from "./vocabulary.ts";

/** What is not in the texts: the partner as it is (none: a new one), who changes it and when. */
export type ReadingContext = {
  readonly id: PartnerId;
  readonly known: Partner | undefined;
  readonly services: readonly KnownService[];
  /** Inner hosts, and those without TLS, that webhooks may go to. */
  readonly allowedHosts: readonly AllowedHost[];
  readonly by: NonNullable<Extract<PartnerState, { status: "paused_by_staff" }>["by"]>;
  /** The office's clock, epoch milliseconds. */
  readonly now: number;
};

export type PartnerReading =
  | { readonly type: "partner"; readonly partner: Partner }
  | { readonly type: "bad"; readonly problems: readonly PartnerProblem[] };

/** Reads all fields; the id is the context's. The version stays that of the known partner. */
export function readPartnerText(text: PartnerText, context: ReadingContext): PartnerReading {
  const long = partnerFields.filter((field) => text[field].length > longestField);
  if (long.length > 0)
    return { type: "bad", problems: long.map((field) => ({ field, problem: "too_long" as const })) };
  const read = readAll(text, context);
  const needsServices = read.kind.type === "read" && read.kind.value === "business";
  const isIdle = needsServices && read.services.type === "read" && read.services.value.length === 0;
  const values = valuesOf({ ...read, ...(isIdle && { services: isBad("services", "missing") }) });
  return values.type === "bad" ? values : { type: "partner", partner: partnerOf(values.value, context) };
}

function readAll(text: PartnerText, context: ReadingContext) {
  const kind = readKind(text.kind);
  const isOffice = kind.type === "read" && kind.value === "office";
  const offered = withOwn(context).filter(({ isInside }) => isOffice || !isInside);
  const services = readServices(text.services, offered);
  // With services that can't be read no price is said to be of another one.
  const own = services.type === "read" ? services.value : offered.map(({ id }) => id);
  return {
    kind,
    nameAr: readName(text.name_ar, "name_ar"),
    nameEn: readName(text.name_en, "name_en"),
    services,
    prices: readPrices(text.prices, offered, own),
    places: readPlaces(text.places),
    languages: readLanguages(text.languages),
    capacity: readCapacity(text.capacity),
    phone: readPhone(text.phone),
    email: readEmail(text.email),
    webhook: readOwnWebhook(text.webhook, context),
    hours: readWeek(text, ""),
    ramadan: readWeek(text, "ramadan_"),
    holidays: readHolidays(text.holidays),
    officeHolidays: readYesNo(text.office_holidays),
    licences: readLicences(text.licences),
    state: readState(text, context),
  };
}

/** What was read, with what no text says: id, version, chat and link code stay. */
function partnerOf(values: Values<ReturnType<typeof readAll>>, { id, known }: ReadingContext): Partner {
  const { nameAr, nameEn, places, phone, email, webhook, hours, ramadan, capacity, ...rest } = values;
  const { chat, linkCode } = known?.contacts ?? {};
  return {
    id,
    version: known?.version ?? 0,
    demo: known?.demo ?? false,
    ...rest,
    name: { ar: nameAr, en: nameEn },
    ...places,
    contacts: {
      ...(phone !== undefined && { phone }),
      ...(email !== undefined && { email }),
      ...(webhook !== undefined && { webhook }),
      ...(chat && { chat }),
      ...(linkCode && { linkCode }),
    },
    ...(hours && { hours }),
    ...(ramadan && { ramadan }),
    ...(capacity !== undefined && { capacity }),
  };
}

type Readings = Readonly<Record<string, FieldReading<unknown>>>;
type Values<R extends Readings> = {
  readonly [Key in keyof R]: R[Key] extends FieldReading<infer T> ? T : never;
};

/** All values, or all problems, in the order of the fields. */
function valuesOf<R extends Readings>(readings: R): FieldReading<Values<R>> {
  const problems = Object.values(readings).flatMap((one) => (one.type === "bad" ? one.problems : []));
  if (problems.length > 0) return { type: "bad", problems };
  const values = Object.entries(readings).map(([key, one]) => [
    key,
    one.type === "read" ? one.value : undefined,
  ]);
  // Each key's own value: what `Values` says of it.
  return isRead(Object.fromEntries(values) as Values<R>);
}

/** A service that is not offered any more stays with a partner that has it. */
function withOwn({ services, known }: ReadingContext): readonly KnownService[] {
  const gone = (known?.services ?? []).filter((own) => !services.some(({ id }) => id === own));
  return [...services, ...gone.map((id) => ({ id, titles: [] }))];
}

/** The address that the partner has stays, whatever is allowed today. */
function readOwnWebhook(typed: string, { known, allowedHosts }: ReadingContext) {
  const own = known?.contacts.webhook;
  return own !== undefined && typed.trim() === own ? isRead(own) : readWebhook(typed, allowedHosts);
}

const isOneOf = (typed: string, ...words: readonly string[]): boolean =>
  words.some((word) => fold(word) === fold(typed.trim()));

function readKind(typed: string): FieldReading<PartnerKind> {
  if (typed.trim() === "") return isRead("business");
  const kind = partnerKinds.find((one) => isOneOf(typed, one, kindNames[one].ar, kindNames[one].en));
  return kind ? isRead(kind) : isBad("kind", "not_a_kind", typed.trim());
}

/** Empty is yes: most are closed when the office is. */
function readYesNo(typed: string): FieldReading<boolean> {
  if (typed.trim() === "" || isOneOf(typed, "yes", "true", "1", yesNo.yes.ar)) return isRead(true);
  if (isOneOf(typed, "no", "false", "0", yesNo.no.ar)) return isRead(false);
  return isBad("office_holidays", "not_yes_or_no", typed.trim());
}

/** What the partner said of itself stays while the file says that it is paused; empty: as it is. */
function readState(text: PartnerText, { known, by, now }: ReadingContext): FieldReading<PartnerState> {
  const typed = text.state.trim();
  const state = known?.state ?? { status: "active" };
  if (typed === "") return isRead(state);
  if (isOneOf(typed, "active", statusNames.active.ar, statusNames.active.en)) {
    return isRead({ status: "active" });
  }
  if (isOneOf(typed, "paused_by_itself", statusNames.paused_by_itself.ar, statusNames.paused_by_itself.en)) {
    return state.status === "paused_by_itself" ? isRead(state) : isBad("state", "not_a_state", typed);
  }
  if (!isOneOf(typed, "paused", "paused_by_staff", statusNames.paused_by_staff.ar))
    return isBad("state", "not_a_state", typed);
  const reason = text.pause_reason.trim();
  if (reason === "") return isBad("pause_reason", "missing");
  if (state.status === "paused_by_staff" && state.reason === reason) return isRead(state);
  return isRead({ status: "paused_by_staff", reason, at: now, by });
}

/** The id that was typed; undefined for none. */
export function readId(typed: string): FieldReading<PartnerId | undefined> {
  if (typed.trim() === "") return isRead(undefined);
  const id = parsePartnerId(typed.trim());
  return id ? isRead(id) : isBad("id", "not_an_id", typed.trim());
}
