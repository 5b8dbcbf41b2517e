import { noBarriersFor } from "./pages/barriers.ts";

noBarriersFor("a visitor", "whoever comes in by a ticket or a card");
