export { messages } from "@twiza/messages/competency.zgh";
