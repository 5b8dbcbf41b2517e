import { noBarriersFor } from "./pages/barriers.ts";

noBarriersFor("whoever writes a course", "whoever keeps the library or approves");
