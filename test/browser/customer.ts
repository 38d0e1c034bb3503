/** A customer at the chat page: says, presses, and hears what the office answers. */
import type { Locator, Page } from "playwright-core";
import type { Screen, Setting } from "./setting.ts";

export type Customer = {
  readonly page: Page;
  /** Every line of the chat that the customer did not write. */
  readonly heard: Locator;
  /** Types, sends, and waits until the office has the message. */
  says(text: string): Promise<void>;
  /** The same, and the office's answer: all of its lines since, without the marks of writing direction. */
  asks(text: string): Promise<string>;
  /** Presses a choice of the newest question; the office's answer as above. */
  presses(label: string): Promise<string>;
  /** Waits until somebody else than the customer has written this. */
  hears(text: string): Promise<void>;
  /** How many lines of the office hold this. */
  count(text: string): Promise<number>;
  answer(): Promise<string>;
};

/** Opens `/chat` in a browser of its own. */
export async function customerAt(
  setting: Setting,
  language: "ar" | "en",
  screen: Screen = {},
): Promise<Customer> {
  const context = await setting.context(screen);
  const page = await context.newPage();
  await page.goto(`${setting.base}/chat?lang=${language}`);
  return asCustomer(page);
}

/** The same acts on a chat page that is open already. */
export function asCustomer(page: Page): Customer {
  const own = page.locator("#lines > .line-own");
  const heard = page.locator("#lines > .line:not(.line-own)");
  const since = page.locator("#lines > .line-own:not(:has(~ .line-own)) ~ .line:not(.line-own)");

  const answer = async () => {
    await since.first().waitFor();
    return plain((await since.locator(".words").allInnerTexts()).join("\n"));
  };
  const says = async (text: string) => {
    const before = await own.count();
    await page.fill("#text", text);
    await page.press("#text", "Enter");
    await own.nth(before).waitFor();
  };
  return {
    page,
    heard,
    says,
    answer,
    async asks(text) {
      await says(text);
      return answer();
    },
    async presses(label) {
      const before = await own.count();
      await since.getByRole("button", { name: label, exact: true }).click();
      await own.nth(before).waitFor();
      return answer();
    },
    async hears(text) {
      await heard
        .filter({ hasText: loosely(text) })
        .first()
        .waitFor();
    },
    count: (text) => heard.filter({ hasText: loosely(text) }).count(),
  };
}

/** What to write, or which button to press, when a question begins so. */
export type Answers = Readonly<Record<string, string | { readonly press: string }>>;

/**
 * Answers question after question, in whatever order they come, until none of these is asked any more.
 * @param heard what the office said last
 * @returns the questions that were asked, in their order, and the last thing heard
 */
export async function answerMissing(customer: Customer, heard: string, answers: Answers) {
  const asked: string[] = [];
  let last = heard;
  for (;;) {
    const question = last.split("\n").at(-1) ?? "";
    const start = Object.keys(answers).find((known) => question.startsWith(known));
    const answer = start === undefined || asked.includes(start) ? undefined : answers[start];
    if (start === undefined || answer === undefined) return { asked, heard: last };
    asked.push(start);
    last = await (typeof answer === "string" ? customer.asks(answer) : customer.presses(answer.press));
  }
}

/** What the parcel service asks for beyond the first message, and answers that lead to the read-back. */
export const parcelAnswers: Answers = {
  "What is the pick-up address?": "7214 Tahlia Street, Al Olaya",
  "What is the delivery address?": "Building 12, Prince Sultan Street, Al Rawdah",
  "What is the recipient's short national address?": { press: "Later" },
  "What is the recipient's mobile number?": "0551234567",
  "What is your mobile number?": "0501234567",
};

/** Without the invisible marks of writing direction. */
export function plain(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, "");
}

/** The text with any such marks in it. */
function loosely(text: string): RegExp {
  const letters = [...text].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, "\\$&"));
  return new RegExp(letters.join("[\u200e\u200f\u2066-\u2069]*"));
}
