/** Turns an analysis into words: one writer a reason, then the prediction, the gap, what to do, and the numbers. */
import type { Analysis, Reason } from '../../geometry/analysis';
import type { Definition } from '../../objective/definition';
import type { Explanation } from '../explanation';
import type { Guess } from '../guesses/guess';
import { advise } from './advise';
import { writeFacts } from './facts';
import { writeGap } from './gapMeaning';
import { writeHeadline } from './headline';
import { writePrediction } from './predictedGeometry';
import { writeAsymmetric } from './reasons/asymmetric';
import { writeConditional } from './reasons/conditional';
import { writeDecoupled } from './reasons/decoupled';
import { writeDimension } from './reasons/dimension';
import { writeExact } from './reasons/exact';
import { writeNotEuclidean } from './reasons/notEuclidean';
import { writeNotSpherical } from './reasons/notSpherical';
import { writeRadius } from './reasons/radius';
import { writeTotalCollapse } from './reasons/totalCollapse';
import { writeUnbounded } from './reasons/unbounded';
import { writeUndecided } from './reasons/undecided';
import type { Writer } from './reasons/writer';
import { writeZeroWeight } from './reasons/zeroWeight';
import { writeViewSplitting } from './viewSplitting';

const WRITERS: Readonly<Record<Reason, Writer>> = {
  exact: writeExact,
  'zero-weight': writeZeroWeight,
  unbounded: writeUnbounded,
  decoupled: writeDecoupled,
  'total-collapse': writeTotalCollapse,
  asymmetric: writeAsymmetric,
  'not-euclidean': writeNotEuclidean,
  'not-spherical': writeNotSpherical,
  radius: writeRadius,
  dimension: writeDimension,
};

/** Every surface shows these words: hover, lens, panel, tree and command line. */
export function explain(definition: Definition, analysis: Analysis, guess: Guess | null = null): Explanation {
  return {
    headline: writeHeadline(definition, analysis),
    because: [
      ...writer(analysis)(definition, analysis),
      ...condition(analysis),
      ...(guess ? [guess.sentence] : []),
      ...writePrediction(definition, analysis),
      ...writeGap(analysis),
      ...writeViewSplitting(definition, analysis),
    ],
    advice: [...advise(definition, analysis), ...(guess ? [guess.advice] : [])],
    facts: writeFacts(definition, analysis),
  };
}

function writer({ verdict, reason }: Analysis): Writer {
  if (reason !== null) return WRITERS[reason];
  return verdict === 'conditional' ? writeConditional : writeUndecided;
}

/** A verdict that holds whatever the missing value is may still come with a condition on its details. */
function condition({ reason, condition: text }: Analysis): string[] {
  return reason === null || text === null ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}
