/** Sayings that two services give as their own: the reader of messages could not tell them apart. */
import type { Flow } from "../conversation/flow/flow.ts";
import type { Variant } from "../conversation/flow/variant.ts";
import type { Finding } from "./problem.ts";
import { sayingKey } from "./saying.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A flow's own sayings and those of each of its variants, each in its file. */
export function saidOf({
  file,
  flow,
  variants,
}: {
  readonly file: YamlFile;
  readonly flow: Flow;
  readonly variants: readonly ReadVariant[];
}): Said[] {
  const own = { file, id: flow.id, for_example: flow.for_example };
  return [
    own,
    ...variants.map((one) => ({ file: one.file, id: one.variant.id, for_example: one.variant.for_example })),
  ];
}

/** A saying that two services, or two variants, claim teaches the classifier nothing. */
export function sharedSayings(said: readonly Said[]): (readonly [YamlFile, readonly Finding[]])[] {
  const owner = new Map<string, string>();
  return said.map(({ file, id, for_example }) => {
    const findings = (["ar", "en"] as const).flatMap((language) =>
      for_example[language].flatMap((text, index): Finding[] => {
        const first = owner.get(sayingKey(text));
        owner.set(sayingKey(text), first ?? id);
        if (first === undefined || first === id) return [];
        return [
          {
            path: ["for_example", language, index],
            problem: `«${text}» is an example of ${first} too`,
            whatToDo: "Keep it where most people would mean it.",
          },
        ];
      }),
    );
    return [file, findings];
  });
}

export type ReadVariant = { readonly file: YamlFile; readonly variant: Variant };

export type Said = {
  readonly file: YamlFile;
  readonly id: string;
  readonly for_example: Flow["for_example"];
};
