/** What looks like a contrastive objective and is none: no objective, and not a word about it. */
import { describe, expect, it } from 'vitest';
import { read } from '../../support/pythonReader';

const lines = (...parts: string[]) => parts.join('\n');

function expectSilence(path: string, text: string) {
  const { definitions, broken, findings } = read(path, text);
  expect({ definitions, broken, findings }).toEqual({ definitions: [], broken: [], findings: [] });
}

describe('a temperature of something else', () => {
  it.each<[string, string, string]>([
    [
      'a method that does not use it',
      'scripts/pretrain/cifar/simsiam.yaml',
      lines(
        'defaults:',
        '  - _self_',
        'name: "simsiam"',
        'method: "simsiam"',
        'method_kwargs:',
        '  proj_hidden_dim: 2048',
        '  temperature: 0.2',
      ),
    ],
    [
      'a k-nearest-neighbour evaluation',
      'knn.yaml',
      lines('knn:', '  k: 20', '  temperature: 0.07', '  distance_fx: cosine'),
    ],
    [
      'a teacher and a student',
      'dino.yaml',
      lines(
        'method: "dino"',
        'method_kwargs:',
        '  num_prototypes: 4096',
        '  warmup_teacher_temperature: 0.04',
        '  teacher_temperature: 0.07',
        '  student_temperature: 0.1',
      ),
    ],
    [
      'prototypes',
      'swav.yaml',
      lines(
        'method: "swav"',
        'method_kwargs:',
        '  num_prototypes: 3000',
        '  temperature: 0.1',
        '  sk_epsilon: 0.05',
      ),
    ],
    [
      'the sampling of a language model',
      'generation.json',
      JSON.stringify({ model: 'llm', temperature: 0.07, top_p: 0.9, top_k: 40, max_tokens: 512 }, null, 2),
    ],
    [
      'the light of a photograph',
      'preset.json',
      JSON.stringify({ exposure: 0.3, contrast: 12, temperature: 5200, tint: 8 }, null, 2),
    ],
    [
      'calibration',
      'calibrate.yaml',
      lines('calibration:', '  method: temperature_scaling', '  temperature: 1.5'),
    ],
    [
      'distillation',
      'distill.yaml',
      lines('loss:', '  name: KLDivLoss', '  params:', '    T: 4.0', '    temperature: 4.0'),
    ],
    ['weather', 'forecast.toml', lines('[station]', 'name = "north"', 'temperature = 0.1', 'loss = 0.2')],
    [
      'a contrastive temperature beside another method',
      'config.yaml',
      lines('contrastive_model: BarlowTwins', 'temperature: 0.1', 'temperature_supervised: 0.3'),
    ],
    [
      'losses of prototypes in Python',
      'train.py',
      lines(
        'from lightly.loss import DINOLoss, SwaVLoss, MSNLoss, PMSNLoss, BarlowTwinsLoss, VICRegLoss',
        'a = DINOLoss(output_dim=2048, warmup_teacher_temp=0.04, student_temp=0.1)',
        'b = SwaVLoss(temperature=0.1)',
        'c = MSNLoss(temperature=0.1)',
        'd = PMSNLoss(temperature=0.1)',
        'e = BarlowTwinsLoss(lambda_param=0.005)',
        'f = VICRegLoss()',
      ),
    ],
    [
      'a distillation in Python',
      'distill.py',
      lines(
        'import torch.nn as nn',
        'import torch.nn.functional as F',
        'kd = nn.KLDivLoss(reduction="batchmean")',
        'def loss(student, teacher, temperature=4.0):',
        '    return kd(F.log_softmax(student / temperature, 1), F.softmax(teacher / temperature, 1)) * temperature**2',
      ),
    ],
    [
      'a calibration in Python',
      'calibrate.py',
      lines(
        'class ModelWithTemperature(nn.Module):',
        '    def __init__(self, model):',
        '        self.temperature = nn.Parameter(torch.ones(1) * 1.5)',
        '    def forward(self, x):',
        '        return self.model(x) / self.temperature',
        'loss = F.cross_entropy(ModelWithTemperature(model)(x), labels)',
      ),
    ],
    [
      'a call of a language model',
      'chat.py',
      lines(
        'client = Client()',
        'answer = client.complete(prompt, temperature=0.07, top_p=0.9)',
        'loss = score(answer)',
      ),
    ],
  ])('%s', (_, path, text) => expectSilence(path, text));
});

describe('a name that builds nothing', () => {
  it.each<[string, string, string]>([
    [
      'a definition',
      'losses.py',
      lines(
        'class SupConLoss(nn.Module):',
        '    """Supervised contrastive loss: SupConLoss(temperature=0.07)."""',
        '    def __init__(self, temperature=0.07):',
        '        super().__init__()',
        '        self.temperature = temperature',
        '    def forward(self, features, labels=None):',
        '        mask = torch.eq(labels, labels.T)',
        '        logits = torch.matmul(features, features.T) / self.temperature',
        '        return -(mask * torch.log_softmax(logits, 1)).mean()',
      ),
    ],
    [
      'code in comments',
      'train.py',
      lines(
        '# criterion = SupConLoss(temperature=0.1)',
        'criterion = nn.CrossEntropyLoss()  # or NTXentLoss(0.5)',
      ),
    ],
    [
      'code in a docstring',
      'helper.py',
      lines(
        'def build():',
        '    """',
        '    >>> criterion = SupConLoss(temperature=0.1)',
        '    """',
        '    return nn.CrossEntropyLoss()',
      ),
    ],
    [
      'a checker of that name',
      'check.py',
      lines(
        'def JumpCrossPlateSupConLoss(result):',
        '    return result.ok',
        '',
        'assert JumpCrossPlateSupConLoss(result)',
      ),
    ],
    [
      'a loss of image editing',
      'edit.py',
      lines(
        'class CLIPLoss(torch.nn.Module):',
        '    def __init__(self, device, lambda_direction=1.0):',
        '        super().__init__()',
        '        self.direction_loss = torch.nn.CosineSimilarity()',
        '    def forward(self, source, target):',
        '        return (1 - self.direction_loss(source, target)).mean()',
        'clip_loss = CLIPLoss(device)',
      ),
    ],
    [
      'a callback of that name',
      'callbacks.py',
      lines(
        'class SupConLoss(pl.Callback):',
        '    def __init__(self, datamodule, vector_level="instance"):',
        '        self.datamodule = datamodule',
        '    def on_validation_epoch_end(self, trainer, module):',
        '        trainer.log("supcon", 0)',
        'callback = SupConLoss(datamodule, vector_level="fc")',
      ),
    ],
    [
      'an import alone',
      '__init__.py',
      'from .losses import SupConLoss, NTXentLoss\n__all__ = ["SupConLoss"]',
    ],
    ['a class that is compared', 'train.py', 'if isinstance(loss, SupConLoss):\n    pass'],
    ['a text', 'train.py', 'name = "SupConLoss(temperature=0.1)"\nprint(f"using {name}")'],
    [
      "a notebook's output and text",
      'a.ipynb',
      JSON.stringify({
        cells: [
          { cell_type: 'markdown', source: ['`criterion = NTXentLoss(temperature=0.1)`'] },
          {
            cell_type: 'code',
            source: ['print(model)'],
            outputs: [{ output_type: 'stream', text: ['criterion = NTXentLoss(temperature=0.1)\n'] }],
          },
        ],
      }),
    ],
    [
      'the results of a run',
      'results.json',
      JSON.stringify({ epoch: 3, losses: { SupConLoss: 0.31, CrossEntropyLoss: 0.8 }, temperature: 0.1 }),
    ],
    [
      'a file name',
      'lr_finder_supcon.yml',
      lines(
        'model:',
        '  backbone: resnet18',
        'criterion:',
        "  name: 'CrossEntropy'",
        'logging_name: supcon_stage2',
      ),
    ],
  ])('%s', (_, path, text) => expectSilence(path, text));
});
