export { idsInOrder, testPhone } from "./phone.ts";
