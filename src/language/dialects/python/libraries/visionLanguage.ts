/** open_clip: symmetric InfoNCE between two towers, whose temperature the model learns; and its sigmoid loss. */
import { ofLibrary, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';

/** `logit_scale` of the model starts at log(1/0.07). */
const LEARNED = { temperature: null, standing: { value: 0.07, origin: 'learned' } } as const;
const WORKERS = 'local_loss, gather_with_grad, cache_labels, rank=0, world_size=1, use_horovod';

export const OPEN_CLIP: PythonDialect = {
  packages: ['open_clip'],
  classes: ofLibrary('open_clip', 'open_clip', [
    { ...SOFTMAX, ...LEARNED, ...signature(WORKERS), name: 'ClipLoss', kind: 'clip', views: 1 },
    {
      ...SOFTMAX,
      ...LEARNED,
      ...signature(`caption_loss_weight, clip_loss_weight, pad_id=0, ${WORKERS}`),
      name: 'CoCaLoss',
      kind: 'clip',
      views: 1,
    },
    { ...SOFTMAX, ...LEARNED, ...signature(WORKERS), name: 'DistillClipLoss', kind: 'clip', views: 1 },
    {
      ...SOFTMAX,
      ...signature('cache_labels, rank=0, world_size=1, dist_impl, chunk_size=0, bidir, use_horovod'),
      name: 'SigLipLoss',
      temperature: null,
      standing: { value: 0.1, origin: 'learned' },
      kind: 'other',
      what: 'a sigmoid for each pair: every pair is decided on its own and there is no denominator',
    },
  ]),
};
