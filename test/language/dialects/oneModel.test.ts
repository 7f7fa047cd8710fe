/** One model in the words of several dialects is one definition: spans, names and origins apart. */
import { describe, expect, it } from 'vitest';
import { readProjectFile } from '../../../src/language/projectFile';
import type { Definition } from '../../../src/objective/definition';
import { read } from '../../support/pythonReader';

const PROJECT = readProjectFile(
  'data: [{ objectives: "**", classes: { head: 60, tail: 6 }, labels: [0, 0.5, 1] }]\ndimension: 16\nbatch: 32\n',
).project;

const MODELS: readonly { name: string; texts: readonly [path: string, text: string][] }[] = [
  {
    name: 'SupCon at 0.1 on two classes',
    texts: [
      [
        'a.objective.yaml',
        'objective: supcon\ntemperature: 1e-1\nclasses: { head: 60, tail: 6 }\ndimension: 16\nbatch: 32',
      ],
      [
        'a.objective.json',
        '{"objective": "supcon", "temperature": 0.1, "classes": {"head": 60, "tail": 6}, "dimension": 16}',
      ],
      ['a.objective.toml', 'objective = "supcon"\ntemperature = 1e-1\n[classes]\nhead = 60\ntail = 6'],
      ['a.py', 'from losses import SupConLoss\nT = 1 / 10\nc = SupConLoss(T)'],
      ['b.py', 'from pytorch_metric_learning import losses\nc = losses.SupConLoss()'],
      [
        'c.py',
        "import argparse\nfrom losses import SupConLoss\np = argparse.ArgumentParser()\np.add_argument('--temp', default=0.1)\nc = SupConLoss(p.parse_args().temp)",
      ],
      ['a.yaml', 'criterion: { name: SupCon, params: { temperature: 0.1 } }'],
      ['b.yaml', 'loss: { class_path: pytorch_metric_learning.losses.SupConLoss }'],
      ['a.toml', '[loss]\n_target_ = "losses.SupConLoss"\ntemperature = 1e-1'],
      ['a.json', '{"loss": {"type": "SupConLoss", "temperature": 0.1}}'],
    ],
  },
  {
    name: 'y-Aware of bandwidth 0.3 on three labels',
    texts: [
      ['a.objective.yaml', 'objective: y-aware\ntemperature: 0.1\nbandwidth: 0.5\nlabels: [0, 0.5, 1]'],
      [
        'a.objective.json',
        '{"objective": "y-aware", "temperature": 0.1, "bandwidth": 0.5, "kernel": "gaussian"}',
      ],
      ['a.py', 'from nidl.losses import YAwareInfoNCE\nc = YAwareInfoNCE(bandwidth=0.25)'],
      [
        'b.py',
        'from losses import GeneralizedSupervisedNTXenLoss\nc = GeneralizedSupervisedNTXenLoss(sigma=0.5)',
      ],
      [
        'c.py',
        'from nidl.estimators.ssl import YAwareContrastiveLearning\nc = YAwareContrastiveLearning(encoder, bandwidth=0.5**2)',
      ],
      ['a.yaml', 'loss: { _target_: nidl.losses.YAwareInfoNCE, bandwidth: "$'.concat('{b}" }\nb: 25e-2')],
      ['b.py', 'c = """\n_target_: nidl.losses.YAwareInfoNCE\nbandwidth: 0.25\n"""'],
    ],
  },
  {
    name: 'InfoNCE at 0.5 on 66 samples',
    texts: [
      ['a.objective.yaml', 'objective: info-nce\ntemperature: 0.5\nsamples: 66'],
      ['a.objective.yml', 'objectives: { c: { objective: info-nce, temperature: 0.5 } }'],
      ['a.py', 'from lightly.loss import NTXentLoss\nc = NTXentLoss()'],
      ['b.py', 'from nidl.losses import InfoNCE\nc = InfoNCE(temperature=0.5)'],
      ['c.py', 'from monai.losses import ContrastiveLoss\nc = ContrastiveLoss()'],
      ['d.py', 'from tensorflow_similarity.losses import SimCLRLoss\nc = SimCLRLoss(temperature=0.5)'],
      ['e.py', 'from losses import SupConLoss\nc = SupConLoss(0.5)\nloss = c(features)'],
      [
        'a.ipynb',
        JSON.stringify({
          cells: [{ cell_type: 'code', source: ['from nidl.losses import InfoNCE\n', 'InfoNCE(0.5)'] }],
        }),
      ],
      ['a.yaml', 'method: simclr\nmethod_kwargs: { temperature: 0.5 }'],
      ['b.yaml', 'LOSS: { name: simclr_info_nce_loss, simclr_info_nce_loss: { temperature: 0.5 } }'],
    ],
  },
];

/** What the mathematics sees. */
function modelOf({ kind, positives, parameters }: Definition) {
  const values = Object.entries(parameters).map(([name, { value }]) => [name, value]);
  return { kind, positives, ...Object.fromEntries(values) };
}

describe('one model', () => {
  it.each(MODELS)('$name', ({ texts }) => {
    const models = texts.map(([path, text]) => {
      const { definitions, findings, broken } = read(path, text, PROJECT);
      expect({ findings, broken }).toEqual({ findings: [], broken: [] });
      expect(definitions).toHaveLength(1);
      return modelOf(definitions[0]);
    });
    for (const model of models.slice(1)) expect(model).toEqual(models[0]);
    expect(models[0]).toMatchObject({ dimension: 16, batch: 32 });
  });
});
