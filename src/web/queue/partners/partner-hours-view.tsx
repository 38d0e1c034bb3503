/** When a partner works, on its page: the week, Ramadan, holidays, and whether somebody is there now. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import { type Holiday, type Weekday, type WeekHours, weekdays } from "../../../domain/hours.ts";
import type { Language } from "../../../domain/language.ts";
import type { Partner } from "../../../domain/partner.ts";
import { formatDate, formatMoment, formatTime } from "../../../language/format.ts";
import { isOpenAt, nextOpening } from "../../../orders/promise.ts";
import { calendarOf } from "../../../partners/calendar.ts";
import { closedDay, fieldNames, weekdayNames } from "../../../partners/vocabulary.ts";
import type { Scene } from "../frame/scene.ts";
import { partnerWordsIn } from "./partner-words.ts";

type HoursProps = { readonly scene: Scene; readonly partner: Partner; readonly catalogue: Catalogue };

export function PartnerHours({ scene, partner, catalogue }: HoursProps): Child {
  const { language } = scene;
  const words = partnerWordsIn(language);
  return (
    <section class="panel" aria-labelledby="hours-title">
      <h2 id="hours-title">{words.hoursTitle}</h2>
      <p class="quiet">{nowText({ scene, partner, catalogue })}</p>
      {partner.hours ? <Week hours={partner.hours} language={language} /> : <p>{words.officeHours}</p>}
      {partner.ramadan && (
        <>
          <h3>{words.ramadanTitle}</h3>
          <Week hours={partner.ramadan} language={language} />
        </>
      )}
      {!partner.ramadan && partner.hours && <p class="quiet">{words.asEver}</p>}
      <h3>{fieldNames.holidays[language]}</h3>
      <Holidays partner={partner} language={language} />
    </section>
  );
}

function nowText({ scene, partner, catalogue }: HoursProps): string {
  const { now, zone, language } = scene;
  const words = partnerWordsIn(language);
  const calendar = calendarOf(partner, catalogue.office);
  if (isOpenAt(calendar, zone, now)) return words.worksNow;
  const next = nextOpening(calendar, zone, now);
  return next === undefined ? words.neverWorks : words.worksFrom(formatMoment(next, zone, language));
}

function Week({ hours, language }: { readonly hours: WeekHours; readonly language: Language }): Child {
  return (
    <dl class="price">
      {weekdays.map((day) => (
        <div>
          <dt>{weekdayNames[day][language]}</dt>
          <dd class="shifts">
            <Shifts hours={hours} day={day} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each shift stays in one piece where the line is short. */
function Shifts(props: {
  readonly hours: WeekHours;
  readonly day: Weekday;
  readonly language: Language;
}): Child {
  const { hours, day, language } = props;
  const shifts = hours[day];
  if (shifts.length === 0) return closedDay[language];
  return (
    <>
      {shifts.map(([from, to], at) => (
        <span class="shift">
          {formatTime(from, language)} – {formatTime(to === "24:00" ? "00:00" : to, language)}
          {at < shifts.length - 1 && (language === "ar" ? "، " : ", ")}
        </span>
      ))}
    </>
  );
}

function Holidays({ partner, language }: { readonly partner: Partner; readonly language: Language }): Child {
  const words = partnerWordsIn(language);
  return (
    <>
      {partner.holidays.length === 0 && !partner.officeHolidays && <p class="quiet">{words.noHolidays}</p>}
      {partner.holidays.length > 0 && (
        <ul class="plain-list">
          {partner.holidays.map((holiday) => (
            <li>{holidayText(holiday, language)}</li>
          ))}
        </ul>
      )}
      {partner.officeHolidays && <p class="quiet">{words.withOffice}</p>}
    </>
  );
}

function holidayText({ date, until }: Holiday, language: Language): string {
  const first = formatDate(date, language);
  return until === undefined ? first : `${first} – ${formatDate(until, language)}`;
}
