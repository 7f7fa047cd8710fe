/** What a new objective file begins with can be analysed at once, and shows something worth looking at. */
import { expect, it } from 'vitest';
import { FIRST_OBJECTIVE } from '../../src/extension/texts';
import { analyzedText } from '../support/analyzedText';

it('a new objective file is an objective without mistakes, with a picture and something to change', async () => {
  const { objectives, findings } = await analyzedText('example.objective.yaml', FIRST_OBJECTIVE);
  expect(objectives).toHaveLength(1);
  const [{ definition, analysis }] = objectives;
  expect(definition.parameters.temperature.value).toBe(0.1);
  expect(analysis.verdict).toBe('degenerate');
  expect(analysis.geometry?.points.map(({ name }) => name)).toEqual(['healthy', 'rare A', 'rare B']);
  expect(analysis.remedies.length).toBeGreaterThan(0);
  expect(findings.map(({ rule }) => rule)).not.toContain('invalid-value');
});
