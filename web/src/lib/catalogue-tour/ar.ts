export { messages } from "@twiza/messages/tour.ar";
