/**
 * `flows/flow.schema.json`: what editors complete and underline in flow files, made from the same zod schemas that the loader
 * checks with. One schema for all kinds of files; an editor picks the kind that fits.
 */
import { z } from "zod";
import { flowSchema } from "../conversation/flow/flow.ts";
import { menuSchema, officeSchema, repairSchema, statusSchema } from "../conversation/flow/office-files.ts";
import { variantSchema } from "../conversation/flow/variant.ts";

const kinds = {
  service: flowSchema,
  variant: variantSchema,
  sentences: repairSchema,
  status: statusSchema,
  menu: menuSchema,
  office: officeSchema,
} as const;

/** The file's text, ending in a newline: the same for the same schemas. */
export function flowSchemaText(): string {
  const definitions = Object.fromEntries(
    Object.entries(kinds).map(([kind, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
      return [kind, rest];
    }),
  );
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A file under flows/",
    anyOf: Object.keys(kinds).map((kind) => ({ $ref: `#/$defs/${kind}` })),
    $defs: definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The first line of a flow file, which leads editors to the schema. `file` is its path under the flows folder. */
export function schemaLine(file: string): string {
  const up = "../".repeat(file.split("/").length - 1);
  return `# yaml-language-server: $schema=${up}flow.schema.json`;
}

/** The text with its schema line first: put in where it is missing, mended where it leads elsewhere. */
export function withSchemaLine(file: string, text: string): string {
  const body = text.replace(/^# yaml-language-server: .*\n/, "");
  return `${schemaLine(file)}\n${body}`;
}
