/**
 * When the order that is complained of was placed, as far as it is told («طلبت منكم الشهر اللي فات», "I ordered last week"): then no order is
 * meant that was placed since. A period with no word of ordering beside it («فاتورة الشهر الماضي») may be what an order of today is for.
 */
import { foldedWords } from "../../language/replies/whole-message.ts";
import { firstOfMonth, instantOf, localDate } from "../../language/times/clock.ts";

const ordering =
  "(?:طلبت|طلبنا|بعت|بعتت|بعتلكم|بعتلكو|بعثت|ارسلت|ارسلتلكم|حجزت|حجزنا|عملت|سويت|قدمت|سجلت|كلمتكم|كان عندي|كان لي|ordered|placed|sent|booked|asked|submitted|requested|talabt|ba3at|ba3att|hagazt|7ajazt)";
const last = "(?:اللي|الي|elly|eli|illi)? ?(?:فات|فاتت|راح|راحت|الماضي|الماضيه|المنصرم|مضي|fat|fatet|ra7)";
const day = 86_400_000;

type Period = { readonly said: string; readonly until: (at: number, zone: string) => number };

const midnight = (date: string, zone: string): number => instantOf(date, "00:00", zone);
const today = (at: number, zone: string): number => midnight(localDate(at, zone), zone);

const periods: readonly Period[] = [
  {
    said: `(?:ال)?شهر ${last}|last month|el shahr ${last}`,
    until: (at, zone) => midnight(firstOfMonth(localDate(at, zone)), zone),
  },
  { said: "(?:قبل|من) شهر(?:ين)?|a month ago|two months ago", until: (at) => at - 14 * day },
  { said: `(?:ال)?اسبوع ${last}|last week|el osboo3 ${last}`, until: today },
  { said: "(?:قبل|من) اسبوع(?:ين)?|a week ago|two weeks ago", until: (at) => at - 3 * day },
  { said: `(?:ال)?سنه ${last}|(?:ال)?عام ${last}|last year`, until: (at) => at - 30 * day },
  { said: "امس|امبارح|البارح|البارحه|yesterday|ams|embare7", until: today },
];

const between = "(?: \\S+){0,4}?";
const patterns = periods.map(({ said, until }) => ({
  said: new RegExp(
    `(?:^| )[وف]?(?:${ordering}${between} (?:${said})|(?:${said})${between} [وف]?${ordering})(?: |$)`,
  ),
  until,
}));

/** The order was placed before this moment; undefined where nothing of the kind is told. */
export function placedBefore(text: string, at: number, zone: string): number | undefined {
  const words = foldedWords(text);
  return patterns.find(({ said }) => said.test(words))?.until(at, zone);
}
