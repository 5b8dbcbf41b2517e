import { countPage } from "./count.ts";
import { greet } from "./greet.ts";
import { holdOffer } from "./hold-offer.ts";
import { lockUp } from "./lock.ts";
import { setLook } from "./look.ts";

/* Written into every page's head, where it runs before the first paint. Small and plain: it comes before all else, on every phone. */
setLook(document.documentElement);
lockUp(document.documentElement);
holdOffer();
countPage();
greet();
