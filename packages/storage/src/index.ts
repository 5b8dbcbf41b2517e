import type { Store, Write } from "@twiza/core";
import { ConditionFailed, type Engine, type Op } from "./engine/engine.ts";
import { bankStore } from "./stores/banks.ts";
import { batchStore } from "./stores/batches.ts";
import { certificateStore } from "./stores/certificates.ts";
import { commentStore, noticeStore, presenceStore } from "./stores/comments.ts";
import { correctionStore } from "./stores/corrections.ts";
import { cohortStore, courseStore } from "./stores/courses.ts";
import { designStore } from "./stores/designs.ts";
import { statusListStore } from "./stores/status-lists.ts";
import { draftStore } from "./stores/drafts.ts";
import { enrolmentStore } from "./stores/enrolments.ts";
import { erasureStore } from "./stores/erasures.ts";
import { flagStore } from "./stores/flags.ts";
import { frameworkStore } from "./stores/frameworks.ts";
import { holderStore } from "./stores/holders.ts";
import { intentStore } from "./stores/intents.ts";
import { logStore } from "./stores/log.ts";
import { mediaStore } from "./stores/media.ts";
import { observationStore } from "./stores/observations.ts";
import { packStore } from "./stores/packs.ts";
import { partnershipStore } from "./stores/partnerships.ts";
import { pinStore } from "./stores/pins.ts";
import { auditStore, organisationStore, peopleStore } from "./stores/people.ts";
import { reminderStore } from "./stores/reminders.ts";
import { sessionStore } from "./stores/sessions.ts";
import { statisticsStore } from "./stores/statistics.ts";
import { submissionStore } from "./stores/submissions.ts";
import { offerStore } from "./stores/offers.ts";
import { unsignedStore } from "./stores/unsigned.ts";
import { cardStore, entryTicketStore } from "./stores/ways-in.ts";

/** The store of every noun over an engine. Which engine it is, nobody above can tell. */
export function openStore(engine: Engine): Store {
  const opened = new WeakMap<Write, readonly Op[]>();
  const write = (...ops: Op[]): Write => {
    // A write is a token without content; what it stands for stays in this room.
    const token = Object.freeze({}) as Write;
    opened.set(token, ops);
    return token;
  };
  return {
    commit: async (writes) => {
      try {
        await engine.transact(writes.flatMap((token) => opened.get(token) ?? []));
        return "done";
      } catch (error) {
        if (error instanceof ConditionFailed) return "stale";
        throw error;
      }
    },
    intents: intentStore(engine, write),
    courses: courseStore(engine, write),
    drafts: draftStore(engine, write),
    comments: commentStore(engine, write),
    presence: presenceStore(engine),
    notices: noticeStore(engine, write),
    cohorts: cohortStore(engine, write),
    bank: bankStore(engine, write),
    media: mediaStore(engine, write),
    packs: packStore(engine, write),
    enrolments: enrolmentStore(engine, write),
    frameworks: frameworkStore(engine, write),
    observations: observationStore(engine, write),
    submissions: submissionStore(engine, write),
    pins: pinStore(engine, write),
    flags: flagStore(engine, write),
    erasures: erasureStore(engine, write),
    holders: holderStore(engine, write),
    corrections: correctionStore(engine, write),
    statistics: statisticsStore(engine, write),
    certificates: certificateStore(engine, write),
    log: logStore(engine, write),
    batches: batchStore(engine, write),
    designs: designStore(engine, write),
    statusLists: statusListStore(engine, write),
    partnerships: partnershipStore(engine, write),
    people: peopleStore(engine, write),
    organisations: organisationStore(engine, write),
    sessions: sessionStore(engine, write),
    offers: offerStore(engine, write),
    reminders: reminderStore(engine, write),
    unsigned: unsignedStore(engine),
    entryTickets: entryTicketStore(engine, write),
    cards: cardStore(engine, write),
    audit: auditStore(engine, write),
  };
}

export { openRecords } from "./stores/records.ts";
export { certificateBatch } from "./stores/batches.ts";
export { regrade } from "./stores/corrections.ts";
export { certificate } from "./stores/certificates.ts";
export { attempt, enrolment } from "./stores/enrolments.ts";
export { erasure } from "./stores/erasures.ts";
export { logTail } from "./stores/log.ts";
export { EngineBusy, InvalidPageToken, type Change, type Engine } from "./engine/engine.ts";
