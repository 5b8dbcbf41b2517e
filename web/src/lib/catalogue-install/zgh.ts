export { messages } from "@twiza/messages/install.zgh";
