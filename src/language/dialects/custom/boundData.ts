/** Data that an author binds to one objective: what they say goes before all else that may say it. */
import {
  type BoundParameter,
  type BoundValues,
  bindWorkspaceValues,
  type ReadBound,
} from '../../../data/binding';
import type { Definition, Parameter, ParameterName, Parameters, Views } from '../../../objective/definition';

export interface BoundData {
  readonly classes: BoundParameter<BoundValues['classes']> | null;
  readonly labels: BoundParameter<BoundValues['labels']> | null;
  readonly features: BoundParameter<BoundValues['features']> | null;
  readonly samples: Parameter<number> | null;
  readonly dimension: Parameter<number> | null;
  readonly views: Parameter<Views> | null;
  readonly batch: Parameter<number> | null;
}

/** Each objective takes of the data what its kind uses. */
export function withBoundData(definition: Definition, data: BoundData, read: ReadBound): Definition {
  const { classes, labels, features, dimension, views, batch, samples } = data;
  const binding = { objectives: '**', classes, labels, features };
  const opened = { ...definition, parameters: withoutBound(definition.parameters, data) };
  const bound = bindWorkspaceValues(opened, 'text', { bindings: [binding], dimension, views, batch }, read);
  const own = samples && definition.kind === 'info-nce' ? { samples } : {};
  // What the kind does not use stays what it was.
  return { ...definition, parameters: { ...definition.parameters, ...bound.parameters, ...own } };
}

/** As if the text said nothing of what is bound. */
function withoutBound(parameters: Parameters, data: BoundData): Parameters {
  const { classes, labels, features, dimension, batch, views } = data;
  const said: ParameterName[] = [
    ...(classes ? (['classes', 'samples'] as const) : []),
    ...(labels ? (['labels', 'samples'] as const) : []),
    ...(features ? (['features'] as const) : []),
    ...(dimension ? (['dimension'] as const) : []),
    ...(batch ? (['batch'] as const) : []),
  ];
  const entries = Object.entries(parameters).filter(([name]) => !said.includes(name as ParameterName));
  const left = Object.fromEntries(entries) as Parameters;
  return views ? { ...left, views: { ...left.views, origin: 'default of the library' } } : left;
}
