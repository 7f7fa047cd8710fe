/** Writes a design as lines of PyTorch that can be pasted into a training script. */
import type { Design } from '../../geometry/remedy/design/designObjective';
import { oneLine } from './writeObjective';

/**
 * A weighted InfoNCE on a batch: all views of all samples are rows, with the class index of each.
 * An anchor is left out of its own denominator and weights; every other row, its own other views included, has the
 * weight exp(cosine/τ) of the two classes, so that the loss is least where the embeddings have these cosines.
 */
export function writePytorch({ definition, cosines }: Design): string {
  const classes = definition.parameters.classes?.value ?? [];
  const rows = cosines.map((row) => `    [${Array.from(row, decimal).join(', ')}],`);
  return `import torch
import torch.nn.functional as F

# Cosines that every two classes end at. Class indices count these rows: ${classes.map(({ name }, i) => `${i} ${oneLine(name)}`).join(', ')}.
TARGET = torch.tensor([
${rows.join('\n')}
])


def designed_loss(embeddings, classes, temperature=${definition.parameters.temperature.value ?? 1}):
    """embeddings: (n, d), every view of a sample a row; classes: (n,) the index of each row's class."""
    z = F.normalize(embeddings, dim=1)
    own = torch.eye(len(z), dtype=torch.bool, device=z.device)
    target = TARGET.to(z)[classes][:, classes]
    weights = (target / temperature).masked_fill(own, float("-inf")).softmax(dim=1)
    log_p = (z @ z.T / temperature).masked_fill(own, float("-inf")).log_softmax(dim=1)
    return -(weights * log_p.masked_fill(own, 0.0)).sum(dim=1).mean()
`;
}

/** Single precision holds seven digits. */
function decimal(value: number): string {
  const fixed = value.toFixed(7).replace(/0+$/, '');
  return fixed.endsWith('.') ? `${fixed}0` : fixed;
}
