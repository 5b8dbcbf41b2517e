export { messages } from "@twiza/messages/designs.ar";
