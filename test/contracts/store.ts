/** What every store promises, run against each by `test/store/*.test.ts`. */
import type { Opening } from "./each-store.ts";
import { seenContract } from "./seen-webhooks.ts";
import { chatsContract } from "./store-chats.ts";
import { commitContract } from "./store-commit.ts";
import { deliveriesContract } from "./store-deliveries.ts";
import { departmentsContract } from "./store-departments.ts";
import { directoryContract } from "./store-directory.ts";
import { doorsContract } from "./store-doors.ts";
import { integrationsContract } from "./store-integrations.ts";
import { ordersContract } from "./store-orders.ts";
import { outgoingContract } from "./store-outgoing.ts";
import { partnersContract } from "./store-partners.ts";
import { peopleContract } from "./store-people.ts";
import { purgeContract } from "./store-purge.ts";
import { standingsContract } from "./store-standings.ts";

export function storeContract(name: string, open: Opening): void {
  commitContract(name, open);
  outgoingContract(name, open);
  deliveriesContract(name, open);
  chatsContract(name, open);
  ordersContract(name, open);
  peopleContract(name, open);
  directoryContract(name, open);
  partnersContract(name, open);
  seenContract(`${name}: seen webhooks`, async () => (await open()).seenWebhooks);
  departmentsContract(name, open);
  standingsContract(name, open);
  purgeContract(name, open);
  doorsContract(name, open);
  integrationsContract(name, open);
}
