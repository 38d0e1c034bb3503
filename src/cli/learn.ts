/**
 * The last step of the set-up: learns from the flows and the sayings what the next start only has to recall. A start that finds nothing
 * learns by itself, and tells what is wrong with settings or flows; so this command says nothing and never fails.
 */
import { join } from "node:path";
import { ConfigError, loadSettings } from "../config.ts";
import { loadExamples } from "../flows/examples.ts";
import { loadCatalogue } from "../flows/load.ts";
import { keepIn, keptFolder } from "../kept.ts";
import { root } from "../root.ts";
import { embeddedClassifier } from "../understand/embedded.ts";

try {
  learn();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
}

function learn(): void {
  const { flowsDir, zone } = loadSettings();
  const keep = keepIn(keptFolder);
  const loaded = loadCatalogue(flowsDir, zone, [], keep);
  if (loaded.type === "problems") return;
  const examples = loadExamples(join(root, "prompts"), keep).filter(({ split }) => split === "train");
  embeddedClassifier(loaded.catalogue.specs, examples, keep);
}
