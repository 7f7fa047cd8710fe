/** Keys of configs under which a loss stands: only there does the name of a loss mean that it is built. */
import type { MapEntry } from '../../values';
import type { ConfigMap } from './configMap';

/** Keys whose value is a loss, or a list or a map of losses. */
const LOSS_KEY =
  /(?:^|_)(?:criterion|criteria|loss|losses|loss_?fn|loss_?func|loss_?function|objective)(?:_\d+)?$/i;
const LOSSES_KEY = /^(?:losses|criteria|criterions)$/i;

/** A map under a loss's own key, or an entry of a map of losses: `losses: { first: {…} }`. */
export function isLoss({ keys }: ConfigMap): boolean {
  const [around, own] = [keys.at(-2) ?? '', keys.at(-1) ?? ''];
  return LOSS_KEY.test(own) || LOSSES_KEY.test(around);
}

/** What a trainer does with the loss, and no argument of it. */
const TRAINER_KEYS = ['weight', 'loss_weight', 'loss_weights', 'coef', 'coefficient'];

export const isTrainers = ({ key }: MapEntry) => TRAINER_KEYS.includes(key);
