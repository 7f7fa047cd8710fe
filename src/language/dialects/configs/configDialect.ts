/** What a config dialect says: whether a map builds a loss, which one, and which arguments it gives. */
import type { Span } from '../../../objective/definition';
import type { MapEntry, ValueNode } from '../../values';
import type { LossClass } from '../python/lossClass';
import type { ConfigMap } from './configMap';

/** A loss that a config builds. */
export interface ConfigLoss {
  /** What it is, or the dotted path of the class that tells, `nidl.losses.InfoNCE`: empty where only a registry does. */
  readonly loss: LossClass | readonly string[];
  /** What a registry of the project may have it under. */
  readonly key?: string;
  /** What the objective is called. */
  readonly name: string;
  /** The words that name the loss. */
  readonly headSpan: Span;
  readonly span: Span;
  /** Arguments by name. */
  readonly given: readonly MapEntry[];
  /** What stands with the arguments and is the trainer's, as a weight of the loss. */
  readonly beside?: readonly MapEntry[];
  /** Arguments by position, where the dialect has such. */
  readonly positional?: readonly ValueNode[];
  /** Files that arguments' values stand in, by the arguments' names, where that is not this one. */
  readonly files?: ReadonlyMap<string, string>;
  /** Of a config that is no Python. */
  readonly syntax?: 'yaml' | 'json' | 'toml';
}

export interface ConfigDialect {
  /** Null when the map builds no loss in the words of this dialect. */
  read(map: ConfigMap): ConfigLoss | null;
}
