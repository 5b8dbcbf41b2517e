export { messages } from "@twiza/messages/work-desk.ar";
