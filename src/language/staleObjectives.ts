/** Carries the last good analysis over texts that cannot be read: half-typed lines must not empty the screen. */
import type { Definition, Parameters, Span } from '../objective/definition';
import type { AnalyzedObjective, DocumentAnalysis } from './languageService';
import type { BrokenObjective, Reading } from './reading';

/**
 * Previous objectives that the present text hides: those that stand broken, at their new places, and, where reading
 * stopped early, those that were not met again. Each says why it is not of the present text.
 */
export function staleObjectives(
  previous: DocumentAnalysis | null,
  reading: Reading,
  textLength: number,
): AnalyzedObjective[] {
  if (previous === null) return [];
  const left = new Set(previous.objectives);
  for (const { name } of reading.definitions) take(left, (old) => old.definition.name === name);
  const stale = matchBroken(left, previous, reading).map(([old, broken]) =>
    moved(old, broken.span, broken.headSpan, broken.because),
  );
  const { incompleteBecause } = reading;
  if (incompleteBecause === null) return stale;
  const clipped = (span: Span) => clip(span, textLength);
  const unmet = [...left].map((old) =>
    moved(old, clipped(old.definition.span), clipped(old.definition.headSpan), incompleteBecause),
  );
  return [...stale, ...unmet];
}

/** By name first; an objective whose name is being typed is found by its place among all. */
function matchBroken(
  left: Set<AnalyzedObjective>,
  previous: DocumentAnalysis,
  reading: Reading,
): [AnalyzedObjective, BrokenObjective][] {
  const named = reading.broken.map(
    (broken) => [take(left, (old) => old.definition.name === broken.name), broken] as const,
  );
  const starts = [...reading.definitions, ...reading.broken].map(({ span }) => span.start);
  const placeOf = ({ span }: BrokenObjective) => starts.filter((start) => start < span.start).length;
  return named.flatMap(([byName, broken]) => {
    const atPlace = previous.objectives[placeOf(broken)];
    const fits = (old: AnalyzedObjective) =>
      old === atPlace && (broken.kind === null || broken.kind === old.definition.kind);
    const old = byName ?? take(left, fits);
    return old === null ? [] : [[old, broken] as [AnalyzedObjective, BrokenObjective]];
  });
}

/** Removes and returns the first that passes. */
function take(
  left: Set<AnalyzedObjective>,
  passes: (old: AnalyzedObjective) => boolean,
): AnalyzedObjective | null {
  for (const old of left) {
    if (!passes(old)) continue;
    left.delete(old);
    return old;
  }
  return null;
}

function moved(old: AnalyzedObjective, span: Span, headSpan: Span, because: string): AnalyzedObjective {
  return {
    ...old,
    definition: { ...old.definition, span, headSpan, parameters: withoutSpans(old.definition) },
    staleBecause: because,
  };
}

/** Places of single values are those of a text that is gone. */
function withoutSpans({ parameters }: Definition): Parameters {
  const entries = Object.entries(parameters).map(([name, parameter]) => [name, { ...parameter, span: null }]);
  return Object.fromEntries(entries) as Parameters;
}

function clip({ start, end }: Span, length: number): Span {
  return { start: Math.min(start, length), end: Math.min(end, length) };
}
