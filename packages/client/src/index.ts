/** The small door, which every lesson carries: the phone's database, and what is written into it. */
export { openDatabase, type Database, type DatabaseOptions } from "./database.ts";
export type { PhoneFull } from "./phone-full.ts";
export type { Phone } from "./phone.ts";
export type { Kind } from "./schema.ts";
export { GUEST, type CourseState, type Entry, type Happening, type Receipt } from "./entry.ts";
export { joined, later, type Place, type Progress, withEvents } from "./merge.ts";
export { adopt } from "./adopt.ts";
export { erase } from "./erase.ts";
export { append, courseStates, keepPlace } from "./outbox.ts";
export { waiting } from "./waiting.ts";
export { standingOf, type Standing } from "./standing.ts";
