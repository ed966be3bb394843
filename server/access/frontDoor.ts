import type { RequestHandler } from "express";
import { callerBehind } from "./caller.ts";
import { refusal } from "./guard.ts";

/** What everybody may ask for: signing in, letting in a screen, and the way of one application by its number. */
const OPEN = /^\/(session|display|track)(\/|$)/i;
/** What somebody may ask for who must choose a password first. */
const BEFORE_PASSWORD = /^\/(me|password)(\/|$)/i;
/** What a sender of events may ask for. */
const OF_SENDERS = /^\/(dead-letters|imported-totals)(\/|$)/i;

/**
 * Stands before everything below `/api`: whoever is not known comes no further than to what is open, so that a route
 * that forgets its own guard is still shut to strangers.
 */
export const frontDoor: RequestHandler = ({ path }, response, next) => {
  const caller = callerBehind(response);
  const open =
    OPEN.test(path) ||
    (caller.way === "sender" && OF_SENDERS.test(path)) ||
    (caller.principal !== null && (!caller.mustChange || BEFORE_PASSWORD.test(path)));
  if (!open) throw refusal(caller);
  next();
};
