import { noBarriersFor } from "./pages/barriers.ts";

noBarriersFor(
  "learners who share a phone",
  "whoever looks at work on the spot, and whoever was looked at",
  "whoever hands work in",
  "whoever holds somebody else's certificate",
  "whoever signs in or checks a certificate",
  "whoever makes Twiza",
  "whoever takes a component",
);
