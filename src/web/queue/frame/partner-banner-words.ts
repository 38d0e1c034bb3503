/** What heads read above each page: partners that were paused for their silence, and licences that end. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";

const ar = {
  silentPartners: {
    title: "جهات أُوقفت عنها العروض",
    text: "لم ترد هذه الجهات على ثلاثة عروض متتالية، فلا تصلها عروض جديدة حتى تعود بنفسها أو يعيد المكتب تفعيلها:",
    more: (count: number) => `وجهات أخرى: ${count}`,
    seen: "اطلعت عليها",
  },
  licenceReminders: {
    title: "تراخيص الجهات",
    lastDay: "، آخر يوم في الترخيص:",
    more: (count: number) => `وتراخيص أخرى في صفحات الجهات: ${count}`,
    seen: "اطلعت عليها",
  },
};

type PartnerBannerWords = typeof ar;

const en: PartnerBannerWords = {
  silentPartners: {
    title: "Partners without new offers",
    text: "These partners let three offers in a row go by, and get no new ones until they are back or the office resumes them:",
    more: (count) => `and others: ${count}`,
    seen: "Seen",
  },
  licenceReminders: {
    title: "Partners' licences",
    lastDay: ", the licence's last day:",
    more: (count) => `and others on the partners' pages: ${count}`,
    seen: "Seen",
  },
};

export const partnerBannerWordsIn = (language: Language): PartnerBannerWords => (language === "ar" ? ar : en);
