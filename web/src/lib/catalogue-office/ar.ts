export { messages } from "@twiza/messages/office.ar";
