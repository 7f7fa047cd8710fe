/** How a host ends long mathematics early: every loop asks, stops where it is, and answers with what it has. */

export interface Interrupt {
  /** Once true it stays true. Asked often, so it must be cheap. */
  isRaised(): boolean;
}

/** Nobody interrupts. */
export const NEVER: Interrupt = { isRaised: () => false };

/** What a note, or a reason for being undecided, begins with where an interrupt is why it says no more. */
export const STOPPED_EARLY = 'stopped early';

/** Whether another run, with more time, may answer more. */
export function isStoppedEarly(answer: {
  readonly optimumNote: string | null;
  readonly undecidedBecause: string | null;
}): boolean {
  return [answer.optimumNote, answer.undecidedBecause].some((text) => text?.includes(STOPPED_EARLY));
}
