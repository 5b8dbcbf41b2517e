export { messages } from "@twiza/messages/work-desk.zgh";
