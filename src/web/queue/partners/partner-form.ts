/** The form of a partner between its boxes and the texts that `partners/` reads: what was typed is kept as it was typed. */
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import { licenceKinds, type Partner } from "../../../domain/partner.ts";
import type { PartnerProblem, PartnerText } from "../../../partners/partner-text.ts";
import { readDate } from "../../../partners/read-hours.ts";
import type { KnownService } from "../../../partners/read-services.ts";
import { type PartnerReading, type ReadingContext, readPartnerText } from "../../../partners/read-text.ts";
import { type PartnerField, partnerFields } from "../../../partners/vocabulary.ts";
import { amountText, emptyText, textOfPartner } from "../../../partners/write-text.ts";
import { textOf } from "../../form.ts";

export type TypedLicence = { readonly kind: string; readonly number: string; readonly expires: string };

/** Everything in the form's boxes. Fields of `text` that have boxes of their own (services, prices, licences) are not used. */
export type TypedPartner = {
  readonly text: PartnerText;
  readonly services: readonly string[];
  /** By service, as typed. */
  readonly prices: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly licences: readonly TypedLicence[];
  /** The version that the form was made on. */
  readonly version: number;
};

/** Boxes that are one text each. */
const plainFields = partnerFields.filter(
  (field) => !["id", "services", "prices", "languages", "licences", "state", "pause_reason"].includes(field),
);

/** Today's services, with their titles. */
export function knownServices({ flows }: Catalogue): readonly KnownService[] {
  return [...flows].map(([id, { title, kind }]) => ({
    ...{ id, titles: [title.ar, title.en] },
    ...(kind !== "service" && { isInside: true as const }),
  }));
}

/** The form of a partner as it is; of a new one, empty. */
export function typedFrom(partner: Partner | undefined, language: "ar" | "en"): TypedPartner {
  if (!partner) {
    return {
      text: emptyText,
      services: [],
      prices: {},
      languages: ["ar", "en"],
      licences: [],
      version: 0,
    };
  }
  const text = textOfPartner(partner, language);
  return {
    text: {
      ...text,
      kind: partner.kind,
      places: text.places.replaceAll("; ", language === "ar" ? "، " : ", "),
      holidays: text.holidays.replaceAll("; ", "\n"),
      office_holidays: partner.officeHolidays ? "yes" : "no",
    },
    services: partner.services,
    prices: Object.fromEntries(
      Object.entries(partner.prices).map(([service, money]) => [service, amountText(money)]),
    ),
    languages: partner.languages,
    licences: partner.licences.map(({ kind, number, expires = "" }) => ({ kind, number, expires })),
    version: partner.version,
  };
}

/** What came with the form. */
export function typedIn(form: URLSearchParams): TypedPartner {
  const plain = Object.fromEntries(plainFields.map((field) => [field, textOf(form, field)]));
  const numbers = form.getAll("licence_number");
  const expiries = form.getAll("licence_expires");
  const version = Number(form.get("version") ?? "");
  return {
    // A box that is not ticked is not sent at all.
    text: { ...emptyText, ...plain, office_holidays: form.get("office_holidays") === "yes" ? "yes" : "no" },
    services: form.getAll("service"),
    prices: Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith("price:") && value.trim() !== "" ? [[name.slice(6), value.trim()]] : [],
      ),
    ),
    languages: form.getAll("language"),
    licences: form
      .getAll("licence_kind")
      .map((kind, at) => ({
        kind,
        number: (numbers[at] ?? "").replaceAll(/\s+/g, " ").trim(),
        expires: (expiries[at] ?? "").trim(),
      }))
      .filter(({ number, expires }) => number !== "" || expires !== ""),
    version: Number.isSafeInteger(version) ? version : 0,
  };
}

/** The partner that was typed, or everything that is wrong with it. The state is not the form's to change. */
export function readTyped(typed: TypedPartner, context: ReadingContext): PartnerReading {
  const reading = readPartnerText(
    {
      ...typed.text,
      services: typed.services.join("\n"),
      prices: typed.services
        .flatMap((service) => {
          const amount = typed.prices[service];
          return amount === undefined ? [] : [`${service} ${oneLine(amount)}`];
        })
        .join("\n"),
      languages: typed.languages.join("\n"),
      licences: typed.licences.flatMap(licenceLine).join("\n"),
    },
    context,
  );
  const problems = [
    ...(reading.type === "bad" ? reading.problems : []),
    ...typed.licences.flatMap(licenceProblems),
    ...(typed.languages.length === 0 ? [{ field: "languages", problem: "missing" } as const] : []),
  ];
  return problems.length > 0 ? { type: "bad", problems } : reading;
}

const oneLine = (text: string): string => text.replaceAll(/[;؛\n]/g, " ");

/** A whole row as a line; what is wrong with one that is not whole is said by `licenceProblems`. */
function licenceLine({ kind, number, expires }: TypedLicence): readonly string[] {
  if (licenceProblems({ kind, number, expires }).length > 0) return [];
  return [`${kind} ${oneLine(number)} ${expires === "" ? "-" : expires}`];
}

function licenceProblems({ kind, number, expires }: TypedLicence): readonly PartnerProblem[] {
  if (number === "" || !licenceKinds.some((one) => one === kind))
    return [{ field: "licences", problem: "not_a_licence", text: `${number} ${expires}`.trim() }];
  return expires === "" || readDate(expires) !== undefined
    ? []
    : [{ field: "licences", problem: "not_a_date", text: expires }];
}

/** The service that a problem of a price is about, for the message beside its box. */
export function pricedService(
  { text = "" }: PartnerProblem,
  services: readonly string[],
): string | undefined {
  return services.find((service) => text.startsWith(`${service} `) || text === service);
}

/** Problems by field, each once. */
export function problemsByField(
  problems: readonly PartnerProblem[],
): ReadonlyMap<PartnerField, readonly PartnerProblem[]> {
  return Map.groupBy(problems, ({ field }) => field);
}
