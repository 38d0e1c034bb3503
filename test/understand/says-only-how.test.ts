/** A clause behind a wish that only says when, where, for whom or how to be reached begins nothing else. */
import { describe, expect, it } from "vitest";
import { read } from "./reader.ts";

const wanted = (text: string) =>
  read(text).understandings.flatMap((one) => (one.type === "request" ? [one.service] : []));

describe("what only says how it is to be", () => {
  it.each([
    ["ابي قاعة تدريب، في المدينة يوم الحجز يوم ٢٤ نوفمبر", "virtual_office"],
    ["شوفولي فندق كويس هنوصل يوم 9 ديسمبر. اسمي منى عبدالله في الخبر. رقمي 0572454983", "hotel_booking"],
    ["عايزه معاد عند دكتور عضم، في الدمام الخميس الجاي", "clinic_booking"],
    ["محتاجه طبيب اسنان ضروري. الموعد يوم ١٢ ديسمبر باسم نوره القحطاني", "clinic_booking"],
    ["أحتاج إلى قاعة مناسبات، في أبها، الحجز 23 ديسمبر", "virtual_office"],
  ])("belongs to what is wanted: %s", (text, service) => {
    expect(wanted(text)).toEqual([service]);
  });

  it.each([
    ["ابي فندق بجدة الخميس، وابي مندوب يودي كرتون للدمام", ["hotel_booking", "parcel_delivery"]],
    ["I need a hotel in Abha on Thursday. I also need a lawyer", ["hotel_booking", "legal_consultation"]],
  ])("leaves two that are wanted: %s", (text, services) => {
    expect(wanted(text)).toEqual(services);
  });
});
