/** Opens the agent's own WhatsApp with the words ready: they press send. */
import type { Child } from "hono/jsx";
import type { Partner } from "../../../domain/partner.ts";

type LinkProps = { readonly partner: Partner | undefined; readonly text: string; readonly label: string };

/** Nothing where the partner has no phone that WhatsApp could take. */
export function WhatsAppLink({ partner, text, label }: LinkProps): Child {
  const phone = partner?.contacts.phone;
  if (phone === undefined || !/^\+\d{8,15}$/.test(phone)) return null;
  return (
    <a
      class="button"
      href={`https://wa.me/${phone.slice(1)}?text=${encodeURIComponent(text)}`}
      rel="noopener noreferrer"
      target="_blank"
    >
      {label}
    </a>
  );
}
