export { messages } from "@twiza/messages/keep.en";
