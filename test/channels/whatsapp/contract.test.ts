/** WhatsApp as a channel among others, by the real library before a page of our own: the adapter is proved, not today's WhatsApp. */
import { channelContract } from "../../contracts/channel.ts";
import { whatsAppFacts } from "./whatsapp-platform.ts";

channelContract(whatsAppFacts);
