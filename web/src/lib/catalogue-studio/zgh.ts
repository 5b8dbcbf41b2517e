export { messages } from "@twiza/messages/studio.zgh";
