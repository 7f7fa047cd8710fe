/** Puts the guessed data into an objective, has it analysed, and says what would hold then. */
import type { Analysis } from '../../geometry/analysis';
import type { DataGuess, Definition } from '../../objective/definition';
import { writeHeadline } from '../explanation/headline';
import { writePrediction } from '../explanation/predictedGeometry';
import type { SourceDocument } from '../languageService';
import { PROJECT_FILE } from '../project';
import { bindingComment, bindingEntry, bindingFix } from './bindingComment';
import type { Guess } from './guess';

/** The objective with the guessed classes; null where there is no guess, or nothing for it to tell. */
export function withGuessedData(definition: Definition): Definition | null {
  const { guess, ...certain } = definition;
  if (!guess) return null;
  const classes = { value: guess.classes, origin: 'unresolved', span: null } as const;
  return { ...certain, parameters: { ...definition.parameters, classes } };
}

/** `completed` is the objective with the guessed data, `analysis` what holds for it. */
export function makeGuess(
  guess: DataGuess,
  completed: Definition,
  analysis: Analysis,
  document: SourceDocument,
): Guess {
  const { because, assumption, title, written } = guess;
  const headline = writeHeadline(completed, analysis);
  const says = `${assumption}: ${headline.replace(': ', ', ')}`;
  const changes = { classes: { ...written } };
  const fix = bindingFix(document, completed, title, bindingComment(changes));
  return {
    because,
    assumption,
    verdict: analysis.verdict,
    reason: analysis.reason,
    headline,
    says,
    sentence: [`${capitalized(says)} (${because}).`, ...writePrediction(completed, analysis)].join(' '),
    title,
    changes,
    advice: fix
      ? `${title}: write ${bindingComment(changes)} above the objective.`
      : `${title}: write ${bindingEntry(document.path, written)} into ${PROJECT_FILE}.`,
    fix,
  };
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
