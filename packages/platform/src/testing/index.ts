export { memoryRecords } from "./memory-records.ts";
export { movableClock } from "./movable-clock.ts";
export { cookieBrowser, locationOf } from "./browser.ts";
export { hostileIssuer } from "./hostile-issuer.ts";
export { keyService } from "./key-service.ts";
