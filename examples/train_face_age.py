"""Pre-trains an encoder of faces with age as a continuous label, on the training photographs of AgeDB.

The loss names no ages: objective-lens.yaml binds it to the column `age` of data/agedb-ages.csv. Change that file, and
the verdict of `age_loss` follows.
"""

import torch
from nidl.losses import YAwareInfoNCE
from torch import nn
from torch.utils.data import DataLoader

SIGMA = 5.0  # years
EPOCHS = 200


def pretrain(encoder: nn.Module, loader: DataLoader) -> nn.Module:
    # `bandwidth` is a variance here: the square of the kernel's width in years.
    age_loss = YAwareInfoNCE(kernel="gaussian", bandwidth=SIGMA**2, temperature=0.1)
    optimizer = torch.optim.AdamW(encoder.parameters(), lr=1e-3)
    for _ in range(EPOCHS):
        for first_view, second_view, age in loader:
            loss = age_loss(encoder(first_view), encoder(second_view), age)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return encoder
