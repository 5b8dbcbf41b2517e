import { noBarriersIn } from "./pages/barriers.ts";

noBarriersIn("en");
