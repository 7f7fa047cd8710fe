/** Where hovers and lenses lead: the host knows which addresses its editor can open. */

export interface Links {
  /** Page that explains a rule. */
  rulePage(rule: string): string;
  /** Address that shows an objective's geometry; null where no command does. */
  showGeometry(objectiveId: string): string | null;
  /** Address that binds data to an objective; absent or null where no command does. */
  bindData?(objectiveId: string): string | null;
}

/** Unique in a session, and stable while the objective keeps its place among its document's objectives. */
export const objectiveId = (uri: string, place: number) => `${uri}#${place}`;
