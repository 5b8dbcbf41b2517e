export { messages } from "@twiza/messages/install.ar";
