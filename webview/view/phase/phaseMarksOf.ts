/** Where the objective stands in the plane, where its file has it, and where closed forms say that the verdict turns. */
import type { Changes } from '../../../src/protocol/panelMessages';
import { shareOf } from '../../phase/logRange';
import { type DrawnPlane, placeOf, presentValues } from '../../phase/phaseState';
import type { PanelState } from '../../store';
import type { PhaseMarks } from './phaseMarks';

export function marksOf(
  drawn: DrawnPlane,
  state: Pick<PanelState, 'source' | 'view' | 'whatIf'>,
): PhaseMarks {
  const present = placeOf(drawn, presentValues(state));
  const filed = placeOf(drawn, valuesInFile(state));
  const isElsewhere =
    filed !== null && (present === null || Math.hypot(filed[0] - present[0], filed[1] - present[1]) > 1e-6);
  return { present, inFile: isElsewhere ? filed : null, thresholds: thresholdMarks(drawn, present, state) };
}

function valuesInFile({ source }: Pick<PanelState, 'source'>): Changes {
  return Object.fromEntries((source?.controls ?? []).map(({ key, value }) => [key, value]));
}

/** Thresholds hold at the present values of all others, so they lie on the lines through the present point. */
function thresholdMarks(
  { plane, x, y }: DrawnPlane,
  present: PhaseMarks['present'],
  { view, whatIf }: Pick<PanelState, 'view' | 'whatIf'>,
): PhaseMarks['thresholds'] {
  if (present === null || view === null || whatIf.pending) return [];
  return view.thresholds.flatMap(({ key, value, label }): PhaseMarks['thresholds'] => {
    if (key === plane.x.key)
      return [{ at: [shareOf(x, value), present[1]] as const, label, along: 'x' as const }];
    if (key === plane.y.key)
      return [{ at: [present[0], shareOf(y, value)] as const, label, along: 'y' as const }];
    return [];
  });
}
