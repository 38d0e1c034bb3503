/**
 * Every service of the catalogue in the web chat, from a sentence to a placed order, in both languages: one office on a real port,
 * and customers who come to it through the requests that the page makes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type MessageJson, type OrderJson, orderListSchema } from "../../../src/web/api/schemas.ts";
import { testKey } from "../tiny-office.ts";
import { type Dialogue, type Played, play, tableSchema, textOf } from "./dialogue.ts";
import { type PermittedOffice, permittedOffice } from "./permitted-office.ts";
import { blemishesIn } from "./wording.ts";

const folder = join(import.meta.dirname, "tables");
const tables = readdirSync(folder).map((name) =>
  tableSchema.parse(parse(readFileSync(join(folder, name), "utf8"))),
);
const languages = { ar: "Arabic", en: "English" } as const;

let open: PermittedOffice;
beforeAll(async () => {
  open = await permittedOffice();
});
afterAll(() => open.close());

/** Each customer comes from an address of their own (RFC 5737, for documentation). */
let customers = 0;

describe("the web chat", () => {
  it("has a dialogue for each service of the menu", () => {
    const { menu } = open.office.catalogue();
    expect(tables.map(({ service }) => service).sort()).toEqual([...menu.offer].sort());
  });

  describe.each(tables)("$service", ({ service, ...dialogues }) => {
    for (const language of ["ar", "en"] as const) {
      for (const dialogue of dialogues[language]) {
        it(`goes from ${languages[language]} "${dialogue.says}" to a placed order`, async () => {
          const address = `198.51.100.${++customers}`;
          const played = await play(open, { ...dialogue, language, address });
          try {
            await check(played, { service, language, dialogue });
          } finally {
            await played.visit.leave();
          }
        });
      }
    }
  });
});

type Expected = {
  readonly service: string;
  readonly language: "ar" | "en";
  readonly dialogue: Dialogue;
};

async function check(played: Played, { service, language, dialogue }: Expected): Promise<void> {
  const { visit, asked, readBack, placed } = played;
  // What a sentence says already is not asked; a consent always is, and first.
  expect(asked.at(-1)).toBe("read_back");
  if (dialogue.answers.consent) expect(asked[0]).toBe("consent");
  for (const words of dialogue.read_back) expect(readBack).toContain(words);

  const orders = await ordersOf(visit.session);
  expect(orders).toHaveLength(1);
  expect(orders[0]).toMatchObject({ service, status: "placed", customer: { language, channel: "web" } });
  expect(plainFields(orders[0])).toEqual(dialogue.order);
  expect(placed?.order).toBe(orders[0]?.ref);
  expect(textOf(placed ? [placed] : [])).toContain(orders[0]?.ref);

  expectOneBubbleATurn(visit.lines);
  const said = visit.lines.flatMap(({ from, text }) => (from === "customer" && text ? [text] : []));
  const office = visit.lines.filter(({ from }) => from === "office");
  expect(office.flatMap((line) => blemishesIn(line, language, [dialogue.says, ...said]))).toEqual([]);
  expect(await visit.reload()).toEqual(visit.lines);
}

async function ordersOf(session: string): Promise<readonly OrderJson[]> {
  const headers = { authorization: `Bearer ${testKey}` };
  const answer = await fetch(`${open.base}/api/v1/orders?session=${session}`, { headers });
  return orderListSchema.strict().parse(await answer.json()).orders;
}

/** The order's fields; files by their names. */
function plainFields(order: OrderJson | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(order?.fields ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((file) => (file as { readonly name: string }).name) : value,
    ]),
  );
}

function expectOneBubbleATurn(lines: readonly MessageJson[]): void {
  const speakers = lines.map(({ from }) => from);
  expect(speakers).toEqual(speakers.map((_, at) => (at % 2 === 0 ? "customer" : "office")));
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
}
