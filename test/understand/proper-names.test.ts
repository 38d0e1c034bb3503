/** Houses and doctors behind their cue: a proper name is taken, what describes one is asked for. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("isProper", () => {
  it.each([
    ["hotel_booking", "hotel", "غرفة في فندق دار التوحيد بمكة", "دار التوحيد"],
    ["hotel_booking", "hotel", "a room at hotel Coral in Jeddah", "Coral"],
    ["clinic_booking", "doctor", "موعد عظام عند د. هاني الشمري بالدمام", "هاني الشمري"],
    ["clinic_booking", "doctor", "an appointment with Dr. Hind Bawazir in Jeddah", "Hind Bawazir"],
    ["clinic_booking", "hospital", "موعد قلب في مركز الأمير سلطان بالرياض", "مركز الأمير سلطان"],
  ])("takes a name (%s %s: %s)", (service, field, text, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    ["hotel_booking", "hotel", "ابي فندق فيه مسبح في جدة"],
    ["hotel_booking", "hotel", "funduq rkhees b dammam bokra"],
    ["hotel_booking", "hotel", "The AC died, where can we sleep in Riyadh tonight?"],
    ["clinic_booking", "doctor", "my old doctor left for Kerala, I need a dentist"],
    ["clinic_booking", "doctor", "waldi 7arartah mertef3a abi doctor atfal"],
    ["clinic_booking", "hospital", "فحص دوري لدى مستشفى مرموق"],
  ])("takes no description (%s %s: %s)", (service, field, text) => {
    expect(valuesIn(service, text)[field]).toBeUndefined();
  });
});
