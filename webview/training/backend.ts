/** Chooses where tfjs computes: on the graphics card by WebGL where that is quicker, else in plain JavaScript. */
import * as tf from '@tensorflow/tfjs';
import type { TrainingProblem } from '../../src/protocol/panelMessages';
import { MLP_HIDDEN, MLP_INPUTS } from './mlpShape';
import type { Encoder } from './runSettings';

export interface Backend {
  readonly name: 'webgl' | 'cpu';
  /** Why it is this one, where that is no matter of course. */
  readonly because: string | null;
}

/**
 * Products in a step up to which plain JavaScript is quicker: it takes some 30 ns for each, while the hundred kernels of
 * a step take WebGL some milliseconds, however small they are.
 */
const FEW_PRODUCTS = 100_000;

/**
 * WebGL first, then cpu. WebAssembly is left out: @tensorflow/tfjs does not contain it, and its package would add
 * three more files to fetch, and a policy that lets them run, for a preview that ends in seconds.
 */
export async function chooseBackend(products: number): Promise<Backend> {
  const isFew = products <= FEW_PRODUCTS;
  if (!isFew && (await webglWorks())) return { name: 'webgl', because: null };
  if (!(await tf.setBackend('cpu')))
    throw new Error('TensorFlow.js started neither its webgl nor its cpu backend');
  await tf.ready();
  const because = isFew ? 'quicker than WebGL for so few points' : 'WebGL cannot be used here';
  return { name: 'cpu', because: `plain JavaScript, ${because}` };
}

/** Products of a forward pass: P² d for similarities, and those of the network. */
export function productsOf({ size, dimension, anchorOf }: TrainingProblem, encoder: Encoder): number {
  const network = encoder === 'mlp' ? size * MLP_HIDDEN * (MLP_INPUTS + dimension) : 0;
  return size * size * dimension + (anchorOf.length === size ? 0 : anchorOf.length * size * size) + network;
}

/** Half floats would stop the loss about 1e−3 above its minimum, so a GPU that has nothing better is not used. */
async function webglWorks(): Promise<boolean> {
  if (!('webgl' in tf.engine().registryFactory)) return false;
  if (!(await tf.setBackend('webgl'))) return false;
  await tf.ready();
  return tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE');
}
