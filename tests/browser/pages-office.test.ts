import { noBarriersFor } from "./pages/barriers.ts";

noBarriersFor("the office", "whoever publishes for the first time");
