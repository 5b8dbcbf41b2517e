export { messages } from "@twiza/messages/tour.en";
