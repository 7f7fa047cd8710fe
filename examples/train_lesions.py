"""Trains an encoder of skin lesions: contrastive pre-training by diagnosis on HAM10000.

The class sizes of `SupConLoss` are bound in objective-lens.yaml; open that file to change them.
"""

import torch
from pytorch_metric_learning.losses import SupConLoss
from torch import nn
from torch.utils.data import DataLoader

TEMPERATURE = 0.1
EPOCHS = 200


class Encoder(nn.Module):
    """A small convolutional network with a projection head."""

    def __init__(self, width: int = 64, dimension: int = 128):
        super().__init__()
        self.backbone = nn.Sequential(
            nn.Conv2d(3, width, 3, stride=2, padding=1),
            nn.ReLU(),
            nn.Conv2d(width, 2 * width, 3, stride=2, padding=1),
            nn.ReLU(),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
        )
        self.head = nn.Linear(2 * width, dimension)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.head(self.backbone(images))


def pretrain(loader: DataLoader, device: str = "cuda") -> Encoder:
    encoder = Encoder().to(device)
    optimizer = torch.optim.AdamW(encoder.parameters(), lr=1e-3)
    criterion = SupConLoss(temperature=TEMPERATURE)
    for _ in range(EPOCHS):
        for first_view, second_view, diagnosis in loader:
            images = torch.cat([first_view, second_view]).to(device)
            loss = criterion(encoder(images), torch.cat([diagnosis, diagnosis]).to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return encoder
