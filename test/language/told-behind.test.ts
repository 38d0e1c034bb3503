/** What is told behind an address, in five varieties. */
import { describe, expect, it } from "vitest";
import { toldBehind } from "../../src/language/replies/told-behind.ts";

describe("toldBehind", () => {
  it.each([
    ["حي الصفا شارع ١٤", " والثلاجة فيها خدش"],
    ["حي الصفا شارع ١٤", " بس اتصل قبل ما تجي"],
    ["حي الصفا شارع ١٤", " ولا تتأخرون"],
    ["حي الصفا شارع ١٤", " وابيها قبل العصر"],
    ["٧ شارع التحرير الدور التالت", " وعايزها الصبح"],
    ["شارع التحلية عمارة ٧", "، وانا موجود بعد العصر"],
    ["طريق الملك فهد، برج المملكة", " وهي قابلة للكسر"],
    ["12 King Fahd Road, apartment 4", ", call me when you arrive"],
    ["12 King Fahd Road", " and the fridge is scratched already"],
    ["al safa street 14", " and don't ring the bell"],
    ["hay el safa share3 14", " bas ettesel 2abl ma teegi"],
    ["7ay el nasim share3 5", " w el karton te2eel"],
  ] as const)("begins behind «%s»", (address, told) => {
    const text = `${address}${told}`;
    const at = toldBehind(text);
    expect(at === undefined ? undefined : text.slice(at)).toBe(told.replace(/^[\s،,]+/u, ""));
  });

  it.each([
    "حي الصفا شارع ١٤ ورقم البيت ٧ والباب الاسود",
    "حي الورود عند محل الثلاجات",
    "مخرج ٥ مقابل ورشة الاثاث",
    "شارع التحلية، عمارة ٧، الدور الثالث",
    "al olaya, near the box park",
    "حي الصفا، هي فيلا رقم ٥",
    "حي الربوة خلف سوق العفش والاثاث المستعمل",
    "12 King Fahd Road, it's the blue building",
    "12 King Fahd Road, apartment 4, second floor",
    "الرياض",
  ])("is nothing in «%s»", (text) => {
    expect(toldBehind(text)).toBeUndefined();
  });
});
