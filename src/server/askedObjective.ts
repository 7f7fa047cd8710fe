/** An objective that the panel asks about: it was analysed, and stands in a document at the place that its id tells. */
import type { AnalyzedObjective } from '../language/languageService';
import type { AnalyzedDocument } from './analysisQueue';

export interface AskedObjective {
  readonly id: string;
  readonly document: AnalyzedDocument;
  readonly objective: AnalyzedObjective;
}
