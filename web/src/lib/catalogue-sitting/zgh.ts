export { messages } from "@twiza/messages/sitting.zgh";
