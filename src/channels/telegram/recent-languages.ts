/** In which language the office last spoke at an address, of the chats that were spoken in lately: what a command is to stand for. */
import type { Language } from "../../domain/language.ts";

/** So many chats are remembered; those that are silent longest are forgotten first. */
const most = 5_000;

export type RecentLanguages = {
  note(address: string, language: Language): void;
  of(address: string): Language | undefined;
};

export function openRecentLanguages(): RecentLanguages {
  const languages = new Map<string, Language>();
  return {
    note(address, language) {
      languages.delete(address);
      languages.set(address, language);
      if (languages.size <= most) return;
      const [oldest] = languages.keys();
      if (oldest !== undefined) languages.delete(oldest);
    },
    of: (address) => languages.get(address),
  };
}
