/** What pages say of partners in more than one place: pills, places, services, licence warnings, and who may change them. */

import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import type { Language } from "../../../domain/language.ts";
import type { Partner, PartnerKind, PartnerStatus } from "../../../domain/partner.ts";
import { formatList } from "../../../language/format.ts";
import { placeNamed } from "../../../language/places/places.ts";
import { localDate } from "../../../language/times/clock.ts";
import { type LicenceWarning, licenceWarnings } from "../../../partners/ready.ts";
import { statusNames } from "../../../partners/vocabulary.ts";
import { visibleText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { type PartnerWords, partnerWordsIn } from "./partner-words.ts";

/** Colour stands beside the word, never for it. */
const tones: Readonly<Record<PartnerStatus, string>> = {
  active: "done",
  paused_by_staff: "failed",
  paused_by_itself: "failed",
};

/** The state, and the most pressing thing about its licences. */
export function PartnerPills({
  partner,
  scene,
}: {
  readonly partner: Partner;
  readonly scene: Scene;
}): Child {
  const words = partnerWordsIn(scene.language);
  const [warning] = licenceWarnings(partner, todayOf(scene));
  return (
    <span class="pills">
      {warning && (
        <span class={warning.type === "expired" ? "pill failed" : "pill warn"}>
          {warning.type === "expired" ? words.expiredShort : words.endsSoonShort}
        </span>
      )}
      <span class={`pill ${tones[partner.state.status]}`}>
        {statusNames[partner.state.status][scene.language]}
      </span>
    </span>
  );
}

/** The office's date. */
export function todayOf({ now, zone }: Scene): string {
  return localDate(now, zone);
}

export function warningText(warning: LicenceWarning, words: PartnerWords, language: Language): string {
  if (warning.type === "expired") return words.expired(daysText(warning.daysAgo, language));
  return warning.days === 0 ? words.endsToday : words.endsSoon(daysText(warning.days, language));
}

/** «3 أيام», "3 days": ICU knows all Arabic forms. */
function daysText(days: number, language: Language): string {
  const locale = language === "ar" ? "ar-u-nu-latn" : "en";
  return new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" }).format(days);
}

/** Cities and areas in the reader's language; none: every city. */
export function placesText({ cities, areas }: Partner, everywhere: string, language: Language): string {
  const places = [...cities, ...areas];
  if (places.length === 0) return everywhere;
  const named = places.map((place) => placeNamed(place)?.[language] ?? visibleText(place));
  return formatList(named, language);
}

/** A service by its title; one that is not offered any more by its id. */
export function serviceName(catalogue: Catalogue, service: string, language: Language): string {
  return catalogue.flows.get(service)?.title[language] ?? service;
}

/** Today's services, in the order in which customers are offered them; behind them what is for departments alone. */
export function serviceIds({ flows, menu }: Catalogue, kind: PartnerKind): readonly string[] {
  const all = [...new Set([...menu.offer.filter((id) => flows.has(id)), ...flows.keys()])];
  const services = all.filter((id) => flows.get(id)?.kind === "service");
  return kind === "office" ? [...services, ...all.filter((id) => !services.includes(id))] : services;
}
