/** The planes of two parameters over which an objective's verdicts can be drawn: those whose parameters it has. */
import type { Changes, ObjectiveView } from '../../src/protocol/panelMessages';
import { imbalance, readClasses, writeClasses } from '../whatIf/classSizes';
import { controlPlan } from '../whatIf/controlPlan';
import { rounded } from '../whatIf/logScale';
import { largestImbalance, withImbalance } from './longTail';

export interface Axis {
  /** The key of objective files that it changes. */
  readonly key: string;
  /** In a sentence: `temperature 0.2`. */
  readonly name: string;
  /** Beside the axis. */
  readonly label: string;
  /** What has to be known about its values; null where nothing has. */
  readonly note: string | null;
  /** Always drawn, whatever the present value is. */
  readonly usual: readonly [from: number, to: number];
  readonly limits: readonly [least: number, most: number];
  /** Where these values stand on it; null where that is not known. */
  at(values: Changes): number | null;
  /** What else of these values the plane stands for; a change of it needs another picture. */
  basis(values: Changes): string;
  /** What to change in these values to stand elsewhere on it. */
  to(value: number, values: Changes): Changes;
}

export interface Plane {
  readonly id: string;
  readonly label: string;
  readonly x: Axis;
  readonly y: Axis;
}

type ViewParts = Pick<ObjectiveView, 'summary' | 'controls'>;

/** The one that tells most first; none where the objective has fewer than two such parameters. */
export function planesOf(view: ViewParts, values: Changes): Plane[] {
  const plan = controlPlan(view);
  const has = (key: string) => plan.some((spec) => spec.key === key);
  const tail = has('classes') ? imbalanceAxis(values) : null;
  const across = has('across') ? [plane('Temperature × ε', TEMPERATURE, ACROSS)] : [];
  const bandwidth = has('bandwidth')
    ? [plane('Temperature × bandwidth', TEMPERATURE, bandwidthAxis(values))]
    : [];
  const weightTemperature = has('weight-temperature')
    ? [plane('Temperature × τ_s', TEMPERATURE, WEIGHT_TEMPERATURE)]
    : [];
  const sizes = tail === null ? [] : [plane('Imbalance × temperature', tail, TEMPERATURE)];
  return has('temperature') ? [...across, ...bandwidth, ...weightTemperature, ...sizes] : [];
}

const plane = (label: string, x: Axis, y: Axis): Plane => ({ id: `${x.key}-${y.key}`, label, x, y });

type Numbers = Pick<Axis, 'key' | 'name' | 'label' | 'usual' | 'limits'>;

const numberAxis = (numbers: Numbers): Axis => ({
  ...numbers,
  note: null,
  at: ({ [numbers.key]: value }) => (typeof value === 'number' && value > 0 ? value : null),
  basis: () => '',
  to: (value) => ({ [numbers.key]: rounded(value) }),
});

/** Below the least the losses are flat in double precision. */
const TEMPERATURE = numberAxis({
  key: 'temperature',
  name: 'temperature',
  label: 'Temperature τ',
  usual: [0.05, 1],
  limits: [0.005, 100],
});

const ACROSS = numberAxis({
  key: 'across',
  name: 'ε',
  label: 'Weight across classes ε',
  usual: [0.001, 1],
  limits: [1e-12, 1],
});

const WEIGHT_TEMPERATURE = numberAxis({
  key: 'weight-temperature',
  name: 'weight temperature',
  label: 'Temperature of the weights τ_s',
  usual: [0.05, 1],
  limits: [0.005, 100],
});

/** Labels have any unit: the range goes around the bandwidth that there is. */
function bandwidthAxis({ bandwidth }: Changes): Axis {
  const present = typeof bandwidth === 'number' && bandwidth > 0 ? bandwidth : 1;
  return numberAxis({
    key: 'bandwidth',
    name: 'bandwidth',
    label: 'Bandwidth, in the unit of the labels',
    usual: [present / 8, present * 8],
    limits: [1e-9, 1e9],
  });
}

/** Largest class over smallest, of long tails with the same samples and classes; null without sizes of two classes. */
function imbalanceAxis({ classes }: Changes): Axis | null {
  const sizes = readClasses(classes);
  if (sizes === null || sizes.length < 2) return null;
  const most = largestImbalance(sizes);
  if (most < FEWEST_RATIO) return null;
  return {
    key: 'classes',
    name: 'imbalance',
    label: 'Imbalance: largest class over smallest',
    note: 'Along the imbalance, class sizes fall by the same factor from class to class, with as many samples as now; sizes that fall otherwise can have another gap.',
    usual: [1, Math.min(100, most)],
    limits: [1, most],
    at: (values) => {
      const present = readClasses(values.classes);
      return present === null ? null : imbalance(present);
    },
    basis: (values) => {
      const present = readClasses(values.classes) ?? sizes;
      return JSON.stringify([present.length, present.reduce((sum, { size }) => sum + size, 0)]);
    },
    to: (value, values) => {
      const present = readClasses(values.classes) ?? sizes;
      return { classes: writeClasses(withImbalance(present, value), present) };
    },
  };
}

/** With less room than this between equal classes and a class of one sample there is nothing to draw. */
const FEWEST_RATIO = 3;
