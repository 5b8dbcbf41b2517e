import { noBarriersIn } from "./pages/barriers.ts";

noBarriersIn("zgh");
