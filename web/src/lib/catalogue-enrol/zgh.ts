export { messages } from "@twiza/messages/enrol.zgh";
