export { messages } from "@twiza/messages/talk.ar";
