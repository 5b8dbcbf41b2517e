import { noBarriersFor } from "./pages/barriers.ts";

noBarriersFor("a learner");
