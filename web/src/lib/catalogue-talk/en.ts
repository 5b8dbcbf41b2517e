export { messages } from "@twiza/messages/talk.en";
