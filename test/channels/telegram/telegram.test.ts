import { channelContract } from "../../contracts/channel.ts";
import { telegramFacts } from "./telegram-platform.ts";

channelContract(telegramFacts("polling"));
channelContract(telegramFacts("webhook"));
