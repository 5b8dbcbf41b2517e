export { messages } from "@twiza/messages/question-forms.en";
