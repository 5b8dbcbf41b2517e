import { Card, EntryTicket, type Hash, type LearnerId } from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

/** A day after its five minutes a ticket is forgotten; until then "too old" and "used" can be told from "unknown". */
const expiresAt = ({ expiresAt: end }: { expiresAt: string }): number =>
  Math.floor(Date.parse(end) / 1000) + 86_400;

const ticket = entity({
  name: "entry-ticket",
  table: tables.people,
  schema: EntryTicket,
  format: 1,
  key: ({ ticketHash }: { ticketHash: Hash }) => ({ pk: `TICKET#${ticketHash}`, sk: "TICKET" }),
  expiresAt,
});

/** The same ticket by the code that is typed: its key is the uniqueness of the code. */
const ticketCode = entity({
  name: "entry-ticket-code",
  table: tables.people,
  schema: EntryTicket.pick({ codeHash: true, ticketHash: true, expiresAt: true }),
  format: 1,
  key: ({ codeHash }: { codeHash: Hash }) => ({ pk: `TICKETCODE#${codeHash}`, sk: "TICKET" }),
  expiresAt,
});

const card = entity({
  name: "card",
  table: tables.people,
  schema: Card,
  format: 1,
  key: ({ learnerId }: { learnerId: LearnerId }) => ({ pk: `CARD#${learnerId}`, sk: "CARD" }),
});

/** Whose card a code is. Only the code that the card itself names opens anything. */
const cardCode = entity({
  name: "card-code",
  table: tables.people,
  schema: z.strictObject({ codeHash: Card.shape.codeHash, learnerId: Card.shape.learnerId }),
  format: 1,
  key: ({ codeHash }: { codeHash: Hash }) => ({ pk: `CARDCODE#${codeHash}`, sk: "CARD" }),
});

export const entryTicketStore = (engine: Engine, write: Writer): Store["entryTickets"] => {
  const byTicketHash = (ticketHash: Hash) =>
    ticket.get(engine, { ticketHash }, { consistent: true });
  return {
    byTicketHash,
    byCodeHash: async (codeHash) => {
      const code = await ticketCode.get(engine, { codeHash }, { consistent: true });
      return code && byTicketHash(code.value.ticketHash);
    },
    create: (value) => {
      const { codeHash, ticketHash, expiresAt: end } = value;
      return write(
        ticket.put(value, { expected: "absent" }),
        ticketCode.put({ codeHash, ticketHash, expiresAt: end }, { expected: "absent" }),
      );
    },
    put: (value, expected) => write(ticket.put(value, { expected })),
  };
};

export const cardStore = (engine: Engine, write: Writer): Store["cards"] => {
  const ofLearner = (learnerId: LearnerId) => card.get(engine, { learnerId }, { consistent: true });
  return {
    ofLearner,
    byCodeHash: async (codeHash) => {
      const code = await cardCode.get(engine, { codeHash }, { consistent: true });
      const kept = code && (await ofLearner(code.value.learnerId));
      return kept?.value.codeHash === codeHash ? kept : undefined;
    },
    put: (value, former) =>
      write(
        card.put(value, { expected: former?.revision ?? "absent" }),
        cardCode.put(
          { codeHash: value.codeHash, learnerId: value.learnerId },
          { expected: "absent" },
        ),
        ...(former ? [cardCode.remove(former.value, { expected: "any" })] : []),
      ),
    remove: ({ value, revision }) =>
      write(
        card.remove(value, { expected: revision }),
        cardCode.remove(value, { expected: "any" }),
      ),
  };
};
