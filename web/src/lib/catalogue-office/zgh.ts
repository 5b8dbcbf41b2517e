export { messages } from "@twiza/messages/office.zgh";
