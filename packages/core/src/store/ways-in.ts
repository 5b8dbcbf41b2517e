import type { Card, EntryTicket, Hash, LearnerId } from "@twiza/contract";
import type { Kept, Write } from "./kept.ts";

export type EntryTicketStore = {
  byTicketHash(hash: Hash): Promise<Kept<EntryTicket> | undefined>;
  byCodeHash(hash: Hash): Promise<Kept<EntryTicket> | undefined>;
  create(ticket: EntryTicket): Write;
  put(ticket: EntryTicket, expected: number): Write;
};

export type CardStore = {
  ofLearner(learnerId: LearnerId): Promise<Kept<Card> | undefined>;
  byCodeHash(hash: Hash): Promise<Kept<Card> | undefined>;
  /** A learner's card in place of her former one, which opens nothing from then on. */
  put(card: Card, former: Kept<Card> | undefined): Write;
  remove(card: Kept<Card>): Write;
};
