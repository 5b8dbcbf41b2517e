export { messages } from "@twiza/messages/designs.en";
