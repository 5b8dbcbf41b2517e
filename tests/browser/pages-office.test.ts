import { noBarriersFor } from "./pages/barriers.ts";

noBarriersFor("the office");
