export { messages } from "@twiza/messages/designs.zgh";
