import { messages as components } from "@twiza/messages/components.en";
import { messages as learner } from "@twiza/messages/learner.en";

export const messages = { ...components, ...learner };
