import type { AuditEntry, LibraryItem } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import type { Write } from "../store/index.ts";
import { libraryOf } from "./place.ts";

type Act = Extract<AuditEntry["action"], `media.${string}`>;

/** The line of the audit trail about something of her library, to be committed with the act itself. */
export const mediaLine = (
  deps: Deps,
  principal: Principal,
  {
    item,
    action,
    note,
  }: { readonly item: LibraryItem; readonly action: Act; readonly note?: string },
): Write =>
  auditLine(deps, principal, {
    organisationId: libraryOf(principal),
    action,
    subjectId: item.id,
    subjectName: item.name,
    ...(note === undefined ? {} : { note: note.slice(0, 500).toWellFormed() }),
  });
