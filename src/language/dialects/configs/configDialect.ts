/** What a config dialect says: whether a map builds a loss, which one, and which arguments it gives. */
import type { Span } from '../../../objective/definition';
import type { MapEntry, ValueNode } from '../../values';
import type { LossClass } from '../lossClass';
import type { ConfigMap } from './configMap';

/** A loss that a config builds. */
export interface ConfigLoss {
  readonly loss: LossClass;
  /** What the objective is called. */
  readonly name: string;
  /** The words that name the loss. */
  readonly headSpan: Span;
  readonly span: Span;
  /** Arguments by name. */
  readonly given: readonly MapEntry[];
  /** Arguments by position, where the dialect has such. */
  readonly positional?: readonly ValueNode[];
}

export interface ConfigDialect {
  /** Null when the map builds no loss in the words of this dialect. */
  read(map: ConfigMap): ConfigLoss | null;
}
