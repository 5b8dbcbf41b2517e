export { messages } from "@twiza/messages/talk.zgh";
