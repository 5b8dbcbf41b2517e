export { messages } from "@twiza/messages/marks.en";
