export { messages } from "@twiza/messages/enrol.ar";
