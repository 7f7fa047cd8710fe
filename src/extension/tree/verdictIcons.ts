/** Icon and theme colour of each verdict. */
import { ThemeColor, ThemeIcon } from 'vscode';
import type { Verdict } from '../../protocol/panelMessages';

const ICONS: Record<Verdict, readonly [icon: string, color: string]> = {
  inconsistent: ['error', 'list.errorForeground'],
  degenerate: ['warning', 'list.warningForeground'],
  conditional: ['question', 'charts.blue'],
  undecided: ['circle-slash', 'descriptionForeground'],
  realizable: ['pass', 'charts.green'],
};

export function verdictIcon(verdict: Verdict): ThemeIcon {
  const [icon, color] = ICONS[verdict];
  return new ThemeIcon(icon, new ThemeColor(color));
}
