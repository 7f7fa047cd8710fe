/** The temperature of a loss: an argument, an attribute that its class sets, what it hands to its base, or none. */
import type { Parameter, Span } from '../../../objective/definition';
import type { Remark } from '../../../objective/remarks';
import { FindingList } from '../findingList';
import { TEMPERATURE } from '../inline/numbers';
import type { Identified } from './identify';
import { type Dropped, passedToBase } from './inRepository/baseCall';
import { type Divided, dividedBy, dividedInClass } from './inRepository/dividedBy';
import type { LossArguments } from './lossArguments';
import type { LossClass } from './lossClass';
import type { Resolved } from './program/program';
import { bareCode } from './writtenOut/bareCode';

export interface TemperatureReading {
  readonly temperature: Parameter<number>;
  readonly remarks: readonly Remark[];
}

export function readTemperature(identified: Identified, args: LossArguments): TemperatureReading {
  const { base, object } = identified;
  if (base && object) {
    const inside = new FindingList();
    const passed = passedToBase(object, base, args.program, inside);
    reportInside(inside, object, args);
    if (passed?.kind === 'dropped') return dropped(passed, args);
    if (passed?.kind === 'value') return { temperature: fromResolved(passed.resolved, null), remarks: [] };
  }
  return { temperature: ownTemperature(identified, args), remarks: [] };
}

/** What is wrong in a class of another file is told where an object of it is made. */
function reportInside(
  { findings }: FindingList,
  { definition, module }: NonNullable<Identified['object']>,
  args: LossArguments,
): void {
  for (const finding of findings) {
    if (module === args.program.modules.entry) args.findings.findings.push(finding);
    else args.findings.unknownName(args.span, `In ${definition.name} (${module.path}): ${finding.message}`);
  }
}

function ownTemperature(
  { loss, object, attributes, definition }: Identified,
  args: LossArguments,
): Parameter<number> {
  if (loss.temperature !== null) return scaled(args.number(loss.temperature, TEMPERATURE), loss);
  if (loss.standing) return { value: loss.standing.value, origin: loss.standing.origin, span: null };
  for (const name of object ? attributes : []) {
    const resolved = object && args.program.resolveMember(object, name, args.whole.node);
    if (resolved)
      return name === 'logit_scale'
        ? fromLogScale(fromResolved(resolved, null))
        : fromResolved(resolved, null);
  }
  const divided = definition
    ? dividedBy(definition, args.whole, args.program)
    : object && dividedInClass(object, args.program);
  if (divided) return fromDivided(divided);
  if (definition && isUnscaled(definition.module.file.text, definition.definition.span))
    return { value: 1, origin: 'literal', span: null };
  return { value: null, origin: 'unresolved', span: null, missing: 'temperature' };
}

/** A softmax of plain products: nothing that the function has is called a temperature or a scale. */
function isUnscaled(text: string, { start, end }: Span): boolean {
  const code = bareCode(text.slice(start, end));
  return (
    /matmul|\bmm\(|\bbmm\(|\s@\s/.test(code) &&
    !/temp(?!oral)|tau|scale|self|sharp|\/\s*\(?[\w.]*\b[tT]\b|\bargs\b/i.test(code)
  );
}

function fromDivided({ resolved, inverse }: Divided): Parameter<number> {
  const parameter = fromResolved(resolved, null);
  return inverse ? inverted(parameter) : parameter;
}

/** `scale` is one over the temperature. */
function scaled(parameter: Parameter<number>, { inverse }: LossClass): Parameter<number> {
  return inverse ? inverted(parameter) : parameter;
}

const inverted = (parameter: Parameter<number>): Parameter<number> =>
  parameter.value === null ? parameter : { ...parameter, value: 1 / parameter.value };

/** CLIP keeps the logarithm of one over the temperature. */
function fromLogScale(parameter: Parameter<number>): Parameter<number> {
  return parameter.value === null ? parameter : { ...parameter, value: Math.exp(-parameter.value) };
}

function fromResolved(resolved: Resolved, span: Parameter<number>['span']): Parameter<number> {
  if (resolved.kind === 'unknown')
    return { value: null, origin: 'unresolved', span, missing: resolved.missing };
  const { value, origin } = resolved;
  const isUsable = value.kind === 'number' && Number.isFinite(value.value);
  if (isUsable) return { value: value.value, origin, span };
  return { value: null, origin: 'unresolved', span, missing: 'temperature' };
}

/** What the call gives is not what the loss works with. */
function dropped({ argument, otherwise }: Dropped, args: LossArguments): TemperatureReading {
  const span = args.spanOf(argument) ?? args.span;
  return {
    temperature: { value: otherwise, origin: 'default of the library', span: null },
    remarks: args.node(argument) ? [{ kind: 'dropped-temperature', span, argument, used: otherwise }] : [],
  };
}
