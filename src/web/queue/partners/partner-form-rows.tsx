/** The parts of a partner's form that have rows: services with their prices, and licences. */
import type { Child } from "hono/jsx";
import { licenceKinds } from "../../../domain/partner.ts";
import { fieldNames, licenceNames, type PartnerField } from "../../../partners/vocabulary.ts";
import { pricedService } from "./partner-form.ts";
import { type FormPart, Group, ProblemText, Wrong } from "./partner-form-parts.tsx";
import { serviceIds, serviceName } from "./partner-shown.tsx";

/** Empty rows for licences below those that there are. */
const spareRows = 2;

export function ServiceBoxes(part: FormPart): Child {
  const { catalogue, typed, scene, words, wrong } = part;
  const known = serviceIds(catalogue, typed.text.kind === "office" ? "office" : "business");
  const gone = typed.services.filter((service) => !known.includes(service));
  const problems = wrong.get("prices") ?? [];
  return (
    <Group id="services-group" title={words.work} hint={words.priceHint}>
      <Wrong {...part} field="services" />
      <ul class="service-boxes">
        {[...known, ...gone].map((service) => {
          const name = serviceName(catalogue, service, scene.language);
          const wrongPrice = problems.find((one) => pricedService(one, [service]) === service);
          return (
            <li>
              <label class="tick">
                <input
                  type="checkbox"
                  name="service"
                  value={service}
                  checked={typed.services.includes(service)}
                />
                <span>{name}</span>
              </label>
              <input
                name={`price:${service}`}
                value={typed.prices[service] ?? ""}
                placeholder={words.quoted}
                aria-label={words.priceOf(name)}
                aria-invalid={wrongPrice ? "true" : undefined}
                aria-describedby={wrongPrice ? `wrong-price-${service}` : undefined}
                inputmode="decimal"
                dir="ltr"
                autocomplete="off"
              />
              {wrongPrice && (
                <p class="wrong" id={`wrong-price-${service}`}>
                  <ProblemText problem={wrongPrice.problem} words={words} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Group>
  );
}

export function LicenceBoxes(part: FormPart): Child {
  const { typed, scene, words } = part;
  const empty = { kind: "", number: "", expires: "" };
  const rows = [...typed.licences, ...Array.from({ length: spareRows }, () => empty)];
  const isWrong = (["licences"] satisfies PartnerField[]).some((field) => part.wrong.has(field));
  return (
    <Group id="licences" title={fieldNames.licences[scene.language]} hint={words.licencesHint}>
      <Wrong {...part} field="licences" />
      <ul class="licence-boxes">
        {rows.map(({ kind, number, expires }, at) => (
          <li>
            <select name="licence_kind" aria-label={`${words.licence(at + 1)}: ${words.licenceKind}`}>
              {licenceKinds.map((one) => (
                <option value={one} selected={one === kind}>
                  {licenceNames[one][scene.language]}
                </option>
              ))}
            </select>
            <input
              name="licence_number"
              value={number}
              dir="ltr"
              placeholder={words.number}
              aria-label={`${words.licence(at + 1)}: ${words.number}`}
              aria-describedby={isWrong ? "licences-wrong" : undefined}
              maxlength={80}
              autocomplete="off"
            />
            <input
              name="licence_expires"
              value={expires}
              dir="ltr"
              placeholder={words.lastDay}
              aria-label={`${words.licence(at + 1)}: ${words.lastDay}`}
              aria-describedby={isWrong ? "licences-wrong" : undefined}
              maxlength={20}
              autocomplete="off"
            />
          </li>
        ))}
      </ul>
    </Group>
  );
}
