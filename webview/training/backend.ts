/** Chooses where tfjs computes: WebGL when it can do float32, else plain JavaScript. */
import * as tf from '@tensorflow/tfjs';

export type Backend = 'webgl' | 'cpu';

/**
 * WebGL first, then cpu. WebAssembly is left out: @tensorflow/tfjs does not contain it, and its package would add
 * three more files to fetch for a preview that ends in seconds.
 */
export async function chooseBackend(): Promise<Backend> {
  if (await webglWorks()) return 'webgl';
  if (!(await tf.setBackend('cpu')))
    throw new Error('TensorFlow.js started neither its webgl nor its cpu backend');
  await tf.ready();
  return 'cpu';
}

/** Half floats would stop the loss about 1e−3 above its minimum, so a GPU that has nothing better is not used. */
async function webglWorks(): Promise<boolean> {
  if (!('webgl' in tf.engine().registryFactory)) return false;
  if (!(await tf.setBackend('webgl'))) return false;
  await tf.ready();
  return tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE');
}
