/** Values of orders as staff read them: formatted, never masked, with what is invisible in them made visible. */
import type { Child } from "hono/jsx";
import type { Catalogue, Question } from "../../../conversation/flow/flow.ts";
import { showValue } from "../../../conversation/show/show-value.ts";
import type { Address, AnswerValue, FileRef, Location } from "../../../domain/answer.ts";
import { PlainText } from "../../plain-text.tsx";
import { Files } from "../chats/media-view.tsx";
import type { Scene } from "./scene.ts";

/** One value; without its question (an older flow) as it is stored. */
export function Value(props: {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly question: Question | undefined;
  readonly value: AnswerValue;
}): Child {
  const { scene, catalogue, question, value } = props;
  if (Array.isArray(value)) return <Files scene={scene} files={value as readonly FileRef[]} />;
  if (typeof value === "object" && "text" in value) return <AddressText address={value} />;
  if (typeof value === "object" && "latitude" in value) return <Pin location={value} />;
  if (!question)
    return <PlainText text={typeof value === "object" ? JSON.stringify(value) : String(value)} />;
  switch (question.type) {
    case "text":
    case "person_name":
    case "url":
    case "national_id":
    case "establishment_number":
    case "iban":
      return <PlainText text={String(value)} />;
    case "yes_no":
      return value === true ? scene.words.order.yes : scene.words.order.no;
    default:
      return <PlainText text={showValue(catalogue, question, value, scene.language, { long: true })} ours />;
  }
}

/** The value as an agent would type it into the correction's box. */
export function editableValue(value: AnswerValue | undefined): string {
  if (value === undefined || Array.isArray(value)) return "";
  if (typeof value !== "object") return String(value);
  if ("amountMinor" in value) return "";
  if ("latitude" in value) return `${value.latitude}, ${value.longitude}`;
  return "text" in value ? value.text : "";
}

function AddressText({ address }: { readonly address: Address }): Child {
  return (
    <>
      <PlainText text={address.text} />
      {address.short !== undefined && !address.text.toUpperCase().includes(address.short) && (
        <>
          {" "}
          <PlainText text={address.short} />
        </>
      )}
      {address.location && (
        <>
          {" "}
          <Pin location={address.location} />
        </>
      )}
    </>
  );
}

/** Coordinates as a link that phones and desktops open in their own map program (RFC 5870). */
export function Pin({ location }: { readonly location: Location }): Child {
  const place = `${location.latitude.toFixed(5)},${location.longitude.toFixed(5)}`;
  return (
    <a href={`geo:${place}`} dir="ltr">
      {place}
    </a>
  );
}
