export { messages } from "@twiza/messages/designs.fr";
