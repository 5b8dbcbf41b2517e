export { messages } from "@twiza/messages/review.fr";
