/** How a host ends long mathematics early: every loop asks, stops where it is, and answers with what it has. */

export interface Interrupt {
  /** Once true it stays true. Asked often, so it must be cheap. */
  isRaised(): boolean;
}

/** Nobody interrupts. */
export const NEVER: Interrupt = { isRaised: () => false };

/** What an optimum that was cut short begins its note with. */
export const STOPPED_EARLY = 'stopped early';
