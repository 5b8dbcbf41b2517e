export { messages } from "@twiza/messages/passport.en";
