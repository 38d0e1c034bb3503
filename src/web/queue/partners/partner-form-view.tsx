/** The form of a partner, new or known: what is wrong stands beside its box, and nothing that was typed is lost. */
import type { Child } from "hono/jsx";
import { weekdays } from "../../../domain/hours.ts";
import { languages } from "../../../domain/language.ts";
import { partnerKinds } from "../../../domain/partner.ts";
import {
  fieldNames,
  kindNames,
  languageNames,
  type PartnerField,
  weekdayNames,
} from "../../../partners/vocabulary.ts";
import { visibleText } from "../../plain-text.tsx";
import { problemsByField } from "./partner-form.ts";
import { Box, type FormPart, Group, type PartnerFormProps, Wrong } from "./partner-form-parts.tsx";
import { LicenceBoxes, ServiceBoxes } from "./partner-form-rows.tsx";
import { partnerWordsIn } from "./partner-words.ts";

export function PartnerFormView(props: PartnerFormProps): Child {
  const { scene, partner, problems } = props;
  const words = partnerWordsIn(scene.language);
  const part: FormPart = { ...props, words, wrong: problemsByField(problems) };
  const path = partner ? `/queue/partners/${partner.id}` : "/queue/partners";
  return (
    <div data-live="off" class="partner-form">
      <h1>{partner ? words.editTitle(visibleText(partner.name[scene.language])) : words.newTitle}</h1>
      {props.isStale && partner && (
        <p class="note">
          <a href={path}>{words.seeNewest}</a>
        </p>
      )}
      <form hx-post={path} hx-target="#page" novalidate>
        <input type="hidden" name="version" value={String(props.typed.version)} />
        <Basics {...part} />
        <ServiceBoxes {...part} />
        <Where {...part} />
        <Contact {...part} />
        <LicenceBoxes {...part} />
        <Hours {...part} />
        <div class="buttons form-end">
          <button type="submit" class="primary">
            {words.save}
          </button>
          <a class="button" href={path}>
            {words.cancel}
          </a>
        </div>
      </form>
    </div>
  );
}

function Basics(part: FormPart): Child {
  const { scene, typed, words } = part;
  return (
    <Group id="basics" title={words.basics}>
      <div class="pair">
        <Box {...part} field="name_ar" dir="auto" required />
        <Box {...part} field="name_en" required />
      </div>
      <div class="pair">
        <div class="box">
          <label for="kind">{fieldNames.kind[scene.language]}</label>
          <select id="kind" name="kind">
            {partnerKinds.map((kind) => (
              <option value={kind} selected={typed.text.kind === kind}>
                {kindNames[kind][scene.language]}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="box ticks" aria-describedby="languages-hint">
          <legend>{fieldNames.languages[scene.language]}</legend>
          {languages.map((one) => (
            <label class="tick">
              <input type="checkbox" name="language" value={one} checked={typed.languages.includes(one)} />
              <span>{languageNames[one][scene.language]}</span>
            </label>
          ))}
          <p class="quiet" id="languages-hint">
            {words.languagesHint}
          </p>
          <Wrong {...part} field="languages" />
        </fieldset>
      </div>
    </Group>
  );
}

function Where(part: FormPart): Child {
  const { words } = part;
  return (
    <Group id="where" title={words.places}>
      <Box {...part} field="places" hint={words.placesHint} dir="auto" lines={2} />
      <Box {...part} field="capacity" hint={words.capacityHint} />
    </Group>
  );
}

function Contact(part: FormPart): Child {
  const { words } = part;
  return (
    <Group id="contact" title={words.contactsTitle} hint={words.reachHint}>
      <div class="pair">
        <Box {...part} field="phone" type="tel" />
        <Box {...part} field="email" type="email" />
      </div>
      <Box {...part} field="webhook" type="url" />
    </Group>
  );
}

function Hours(part: FormPart): Child {
  const { scene, typed, words, wrong } = part;
  const ramadan = weekdays.map((day): PartnerField => `ramadan_${day}`);
  const isOpen = ramadan.some((field) => typed.text[field] !== "" || wrong.has(field));
  return (
    <Group id="hours" title={words.hoursTitle} hint={words.hoursHint}>
      <div class="week">
        {weekdays.map((day) => (
          <Box {...part} field={day} />
        ))}
      </div>
      <details class="act" id="ramadan" open={isOpen}>
        <summary>{words.ramadanTitle}</summary>
        <p class="quiet">{words.ramadanHint}</p>
        <div class="week">
          {weekdays.map((day) => (
            <Box {...part} field={`ramadan_${day}`} label={weekdayNames[day][scene.language]} />
          ))}
        </div>
      </details>
      <Box {...part} field="holidays" hint={words.holidaysHint} lines={3} />
      <label class="tick">
        <input
          type="checkbox"
          name="office_holidays"
          value="yes"
          checked={typed.text.office_holidays !== "no"}
        />
        <span>{words.officeHolidays}</span>
      </label>
    </Group>
  );
}
