export { bitOf, decodeList, encodeList } from "./encode.ts";
export { statusListCredential, type StatusList } from "./status-list.ts";
export { LIST_FAULTS, type ListFault, type Status, statusOf } from "./status-of.ts";
