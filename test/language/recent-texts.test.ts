import { describe, expect, it } from "vitest";
import { forgetLastText, keepRecent } from "../../src/language/recent-texts.ts";

function counted() {
  const looked: string[] = [];
  const find = keepRecent((text: string) => {
    looked.push(text);
    return { text };
  });
  return { looked, find };
}

describe("keepRecent", () => {
  it("finds a short text again without looking", () => {
    const { looked, find } = counted();
    const first = find("نعم");
    find("بكرة");
    expect(find("نعم")).toBe(first);
    expect(looked).toEqual(["نعم", "بكرة"]);
  });

  it("keeps a result that is nothing", () => {
    let looks = 0;
    const find = keepRecent(() => {
      looks += 1;
      return undefined;
    });
    for (const text of ["yes", "no", "yes"]) expect(find(text)).toBeUndefined();
    expect(looks).toBe(2);
  });

  it("keeps a long text only while nothing else was asked for", () => {
    const { looked, find } = counted();
    const long = "أبغى فندق في جدة بكرة ليلتين لشخصين مع فطور";
    for (const text of [long, long, "لا", long]) find(text);
    expect(looked).toEqual([long, "لا", long]);
  });

  it.each([
    "0501234567",
    "05 51 23 45 67",
    "05-51-23-45-67",
    "رمزي ٤٨٢١",
    "my pin is 48 21",
    "١٠ ٢٣ ٤٥ ٦٧ ٨٩",
    "خمسة صفر خمسة اثنين واحد",
    "خمسة ثلاثة اثنين واحد",
    "محمد بن سعد العتيبي",
    "سارة",
    "كلمة السر Ahmad@12",
    "عندي ايدز واحتاج دكتور",
  ])("remembers nothing of %s", (text) => {
    const { looked, find } = counted();
    for (const one of [text, "لا", text]) find(one);
    expect(looked).toEqual([text, "لا", text]);
  });

  it("lets go of the text that was read last", () => {
    const { looked, find } = counted();
    find("سارة العتيبي");
    forgetLastText();
    find("سارة العتيبي");
    expect(looked).toHaveLength(2);
  });

  it("lets go of what nobody said for long", () => {
    const { looked, find } = counted();
    const others = Array.from({ length: 100 }, (_, n) => n).flatMap((n) =>
      ["الاحد", "الخميس", "الجمعة", "السبت", "today", "ديسمبر"].map((day) => `${day} ${n}`),
    );
    find("first");
    for (const other of others) {
      find("نعم");
      find(other);
    }
    find("first");
    expect(looked.filter((text) => text === "نعم")).toHaveLength(1);
    expect(looked.filter((text) => text === "first")).toHaveLength(2);
  });
});
