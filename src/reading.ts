/** How an office reads messages: by the embedded classifier, which has learnt from the labelled sayings, and by a model behind it where the settings name one. */
import { join } from "node:path";
import { warmMessageWords } from "./conversation/customer/message-words.ts";
import type { Catalogue } from "./conversation/flow/flow.ts";
import type { Documents } from "./documents/documents.ts";
import type { Keep } from "./domain/keep.ts";
import { loadExamples } from "./flows/examples.ts";
import type { Model, ModelSettings } from "./model.ts";
import { root } from "./root.ts";
import type { DeferredClassifier, InlineClassifier, MediaReader } from "./understand/classifier.ts";
import { embeddedClassifier } from "./understand/embedded.ts";
import type { Intents } from "./understand/learning/intents.ts";

export type ReadingSettings = {
  /** In the embedded classifier's place; one that answers later keeps the embedded one as its check and fallback. */
  readonly classifier?: InlineClassifier | DeferredClassifier;
  /** A model behind the embedded classifier; not together with `classifier`. */
  readonly model?: ModelSettings;
};

export type ReadingDeps = {
  readonly catalogue: Catalogue;
  readonly documents: Documents;
  readonly keep: Keep;
  readonly now: () => number;
  readonly zone: string;
};

export type Reading = {
  readonly inline: InlineClassifier;
  readonly deferred?: DeferredClassifier;
  readonly media?: MediaReader;
  /** The first reading builds the gazetteer and patterns, a quarter of a second: better before than in a customer's first message. */
  warm(): void;
};

export async function openReading(
  { classifier: given, model: named }: ReadingSettings,
  deps: ReadingDeps,
): Promise<Reading> {
  const { catalogue, keep, now, zone } = deps;
  const embedded = embeddedClassifier(
    catalogue.specs,
    given?.answers === "at_once"
      ? []
      : loadExamples(join(root, "prompts"), keep).filter(({ split }) => split === "train"),
    keep,
  );
  const model = given || !named ? undefined : await modelOf(named, { ...deps, intents: embedded.intents });
  const deferred = given?.answers === "later" ? given : model?.classifier;
  return {
    inline: given?.answers === "at_once" ? given : embedded,
    ...(deferred && { deferred }),
    ...(model?.media && { media: model.media }),
    warm() {
      const services = catalogue.specs;
      embedded.read("السلام عليكم من الرياض", { now: now(), zone, language: "ar", services });
      warmMessageWords();
    },
  };
}

/** The library that speaks to models is the largest that we have: an office without one starts without it. */
async function modelOf(
  named: ModelSettings,
  { catalogue, intents, now, documents }: ReadingDeps & { readonly intents: Intents },
): Promise<Model> {
  const { openModel } = await import("./model.ts");
  return openModel(named, { catalogue: () => catalogue, intents, now, documents });
}
