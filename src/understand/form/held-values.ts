/** What the open form holds: each field with its value, numbers and sums told in main units, and whether a value is held already. */
import type { AnswerValue } from "../../domain/answer.ts";
import type { FieldSpec } from "../../domain/understanding.ts";
import type { Form, Open } from "./open-form.ts";

export type Held<Value extends AnswerValue = AnswerValue> = {
  readonly field: FieldSpec;
  readonly value: Value;
};

/** The form's fields that hold a value, where the values are known. */
export function heldBy({ spec, open }: Form): readonly Held[] {
  return spec.fields.flatMap((field) => {
    const value = open.values?.[field.name]?.value;
    return value === undefined ? [] : [{ field, value }];
  });
}

/** Those of one type whose value is written as words or digits. */
export const heldAs = (form: Form, type: FieldSpec["type"]): readonly Held<string>[] =>
  heldBy(form).flatMap(({ field, value }) =>
    field.type === type && typeof value === "string" ? [{ field, value }] : [],
  );

/** Of a value that was read, by its field's name: is it the very one that is held? */
export const isHeldIn =
  (values: Open["values"]) =>
  ([name, { value }]: readonly [string, { readonly value: unknown }]): boolean =>
    JSON.stringify(values?.[name]?.value) === JSON.stringify(value);
