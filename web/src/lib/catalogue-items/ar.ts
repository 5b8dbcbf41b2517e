export { messages } from "@twiza/messages/items.ar";
