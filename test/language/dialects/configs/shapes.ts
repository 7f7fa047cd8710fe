/** Configs as people write them, with carets under the words that name an objective: `kind, dialect, temperature`. */
import type { Shape } from './expectObjectives';

export const SHAPES: readonly Shape[] = [
  {
    name: 'solo-learn',
    path: 'scripts/pretrain/cifar/supcon.yaml',
    text: `defaults:
  - _self_
  - augmentations: symmetric.yaml
  - override hydra/hydra_logging: disabled
name: "supcon-cifar10"
method: "supcon"
        ^^^^^^^^ supcon, solo-learn, 0.2, summed-positives
backbone:
  name: "resnet18"
method_kwargs:
  proj_output_dim: 256
  temperature: 0.2
optimizer:
  name: "sgd"
  lr: 1e-3
`,
  },
  {
    name: 'solo-learn with two temperatures',
    path: 'ressl.yaml',
    text: `method: ressl
        ^^^^^ other, solo-learn, 0.1
method_kwargs:
  temperature_q: 0.1
  temperature_k: 0.04
  momentum_classifier:
`,
  },
  {
    name: 'VISSL',
    path: 'configs/config/pretrain/simclr/simclr.yaml',
    text: `# @package _global_
config:
  VERBOSE: False
  LOSS:
    name: simclr_info_nce_loss
          ^^^^^^^^^^^^^^^^^^^^ info-nce, vissl, 0.1
    simclr_info_nce_loss:
      temperature: 0.1
      buffer_params: { embedding_dim: 128 }
    moco_loss:
      temperature: 0.2
`,
  },
  {
    name: 'VISSL without its own block',
    path: 'moco.yaml',
    text: `config:
  LOSS:
    name: moco_loss
          ^^^^^^^^^ info-nce, vissl, 0.2
`,
  },
  {
    name: 'registry with params',
    path: 'configs/train/stage1.yml',
    text: `model:
  backbone: resnet18
  num_classes: # none in this stage
criterion:
  name: 'SupCon'
        ^^^^^^^^ supcon, supcontrast, 0.1
  params:
    temperature: 0.1
`,
  },
  {
    name: 'registry in TOML',
    path: 'train.toml',
    text: `[criterion]
name = "SupCon"
       ^^^^^^^^ supcon, supcontrast, 0.1
[criterion.params]
temperature = 0.1
`,
  },
  {
    name: 'a list of losses',
    path: 'c.yaml',
    text: `losses:
  - { name: cross_entropy, weight: 1.0 }
  - { name: nt_xent, weight: 0.5, temperature: 0.5 }
            ^^^^^^^ info-nce, local, 0.5
`,
  },
  {
    name: 'OpenMMLab in JSON',
    path: 'mm.json',
    text: `{"model": {"type": "SimCLR", "head": {"type": "ContrastiveHead",
                                              ^^^^^^^^^^^^^^^^^ info-nce, openmmlab, 0.1
  "loss": {"type": "mmcls.CrossEntropyLoss"}, "temperature": 0.1}}}
`,
  },
  {
    name: 'OpenMMLab in YAML',
    path: 'mm.yaml',
    text: `model:
  head:
    loss: { type: SupConLoss, temperature: 0.07, contrast_mode: all, base_temperature: 0.07, lamda: 1.0 }
                  ^^^^^^^^^^ supcon, local, 0.07
`,
  },
  {
    name: 'Hydra target',
    path: 'conf/model/loss.yaml',
    text: `defaults:
  - /contrastive/model@model: base
loss_fn:
  _target_: nidl.losses.YAwareInfoNCE
            ^^^^^^^^^^^^^^^^^^^^^^^^^ y-aware, nidl, 0.001
  temperature: 1e-3
  bandwidth: \${model.variance}
variance: \${.deviation}
deviation: 4
`,
  },
  {
    name: 'nested Hydra targets',
    path: 'conf/loss/memory.yaml',
    text: `_target_: pytorch_metric_learning.losses.CrossBatchMemory
embedding_size: 128
loss:
  _target_: pytorch_metric_learning.losses.SupConLoss
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon, pytorch-metric-learning, 0.2
  temperature: \${oc.select:tau,0.1}
  temperature: 0.2
`,
  },
  {
    name: 'Hydra target with positional arguments',
    path: 'p.yaml',
    text: `criterion:
  _target_: lightly.loss.NTXentLoss
            ^^^^^^^^^^^^^^^^^^^^^^^ info-nce, lightly, 0.25
  _args_: [0.25]
  _partial_: true
`,
  },
  {
    name: 'anchors and merge keys',
    path: 'anchors.yaml',
    text: `base: &base
  temperature: 0.3
  bandwidth: 4
loss:
  <<: *base
  temperature: 0.5
  _target_: nidl.losses.YAwareInfoNCE
            ^^^^^^^^^^^^^^^^^^^^^^^^^ y-aware, nidl, 0.5
`,
  },
  {
    name: 'LightningCLI',
    path: 'fit.yml',
    text: `model:
  class_path: dynaclr.engine.ContrastiveModule
  init_args:
    loss_function:
      class_path: pytorch_metric_learning.losses.NTXentLoss
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce, pytorch-metric-learning, 0.07, softmax-per-positive
      init_args:
        temperature: 0.07
    lr: 1e-4
`,
  },
  {
    name: 'LightningCLI without arguments',
    path: 'fit2.yml',
    text: `loss: { class_path: lightly.loss.NTXentLoss }
                    ^^^^^^^^^^^^^^^^^^^^^^^ info-nce, lightly, 0.5
`,
  },
  {
    name: 'Paddle lists',
    path: 'ppcls/configs/x.yaml',
    text: `Loss:
  Train:
    - CELoss: { weight: 1.0 }
    - SupConLoss:
      ^^^^^^^^^^ supcon, supcontrast, 0.07
        weight: 1.0
        temperature: 0.07
`,
  },
  {
    name: 'the class as the key',
    path: 'keyed.json',
    text: `{"criterion": {"SupConLoss": {"temperature": 0.2}}}
               ^^^^^^^^^^^^ supcon, supcontrast, 0.2
`,
  },
  {
    name: 'target with params',
    path: 'configs/latent.yaml',
    text: `model:
  target: ldm.models.Autoencoder
  params:
    lossconfig:
      target: ldm.modules.losses.SupConLoss
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon, supcontrast, 0.07
      params:
`,
  },
  {
    name: 'a temperature that is not known',
    path: 'env.yaml',
    text: `loss:
  _target_: lightly.loss.NTXentLoss
            ^^^^^^^^^^^^^^^^^^^^^^^ info-nce, lightly, \${oc.env:TAU,0.1}
  temperature: \${oc.env:TAU,0.1}
`,
  },
  {
    name: 'a temperature that is still to be given',
    path: 'open.yaml',
    text: `loss:
  _target_: lightly.loss.NTXentLoss
            ^^^^^^^^^^^^^^^^^^^^^^^ info-nce, lightly, ???
  temperature: ???
`,
  },
  {
    name: 'a template',
    path: 'template.yaml',
    text: `{% set seed = 1 %}
{# the loss of the paper #}
seed: {{ seed }}
criterion:
  name: SupCon
        ^^^^^^ supcon, supcontrast, {{ tau | default(0.1) }}
  params: { temperature: {{ tau | default(0.1) }} }
`,
  },
  {
    name: 'several documents',
    path: 'documents.yaml',
    text: `name: first
---
criterion: { name: SupConLoss, args: { temperature: 0.5 } }
                   ^^^^^^^^^^ supcon, supcontrast, 0.5
---
criterion: { name: InfoNCE, args: { tau: 0.2 } }
                   ^^^^^^^ info-nce, local, 0.2
`,
  },
];

/** What has a temperature, or the name of a loss, and is no contrastive objective. */
export const NEGATIVES: readonly Shape[] = [
  {
    name: 'a method without contrastive loss',
    path: 'simsiam.yaml',
    text: 'method: simsiam\nmethod_kwargs:\n  temperature: 0.2\n',
  },
  {
    name: 'prototypes',
    path: 'swav.yaml',
    text: 'method: swav\nmethod_kwargs: { temperature: 0.1, teacher_temperature: 0.04 }\nname: simclr-like\n',
  },
  {
    name: 'all losses of VISSL with another chosen',
    path: 'defaults.yaml',
    text: 'LOSS:\n  name: cross_entropy_loss\n  simclr_info_nce_loss: { temperature: 0.1 }\n  moco_loss: { temperature: 0.2 }\n',
  },
  {
    name: 'another criterion of a registry',
    path: 'train_supcon_stage2.yml',
    text: 'logging_name: supcon_second_stage\ncriterion:\n  name: LabelSmoothing\n  params: { classes: 10, smoothing: 0.01 }\n',
  },
  {
    name: 'triplets',
    path: 'sop.yaml',
    text: '# not supcon\ncriterion:\n  name: triplet_with_miner\n  args: { margin: 0.15, miner: { name: hard, args: { temperature: 1 } } }\n',
  },
  {
    name: 'a triplet by its class',
    path: 'old.yml',
    text: 'loss: { class_path: torch.nn.TripletMarginLoss, init_args: { margin: 0.5 } } # once NTXentLoss\n',
  },
  {
    name: 'a language model',
    path: 'sampling.json',
    text: '{"model": "simclr-chat", "temperature": 0.07, "top_p": 0.9, "loss": "supcon"}',
  },
  {
    name: 'a model and an experiment with the names of losses',
    path: 'models.yaml',
    text: 'model: { name: simclr, temperature: 0.5 }\nexperiment: { name: supcon, params: { temperature: 0.1 } }\n',
  },
  {
    name: 'a flat file',
    path: 'flat.yaml',
    text: '# SimCLR\ntemperature: 0.5\nprojection_dim: 64\nloss: { temperature: 0.1, use_cosine_similarity: True }\n',
  },
  {
    name: 'Barlow Twins with a temperature left over',
    path: 'encoder.yaml',
    text: '# @package _global_\ncontrastive_model: BarlowTwins # or SimCLR_supervised\ntemperature: 0.1\ntemperature_supervised: 0.3\n',
  },
  {
    name: 'experiments of nidl without a contrastive loss',
    path: 'experiment.toml',
    text: '# not InfoNCE\n[loss]\ninterface = "torch.nn.MSELoss"\n[optimizer]\nparams = "auto|model"\n',
  },
  {
    name: 'losses of a benchmark that are no InfoNCE',
    path: 'all_losses.json',
    text: '{"losses": {"simclr run": {"component": "multisim", "distance": "cosine", "temperature": 0.1}}}',
  },
  {
    name: 'a library class that is none',
    path: 'barlow.yaml',
    text: 'loss: { _target_: lightly.loss.BarlowTwinsLoss }\nbefore: lightly.loss.NTXentLoss\n',
  },
  {
    name: 'labels',
    path: 'data.yaml',
    text: 'dataset: { target: SupConLoss, params: { temperature: 0.1 } }\nSupConLoss: { temperature: 0.1 }\n',
  },
  {
    name: 'a checkpoint list',
    path: 'results.json',
    text: '[{"name": "supcon", "params": {"temperature": 0.1}}, {"type": "ContrastiveHead", "temperature": 0.1}]',
  },
  {
    name: 'a workflow',
    path: '.github/ci.yml',
    text: `name: supcon\non: [push]\nenv: { T: \${{ secrets.T }} }\n`,
  },
];
