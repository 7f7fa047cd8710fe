"""Pre-trains on brain scans with the participants' age as a continuous label.

Nothing here says which ages there are, so the verdict of `YAwareInfoNCE` is conditional: hover over it.
"""

import argparse

from lightly.loss import NTXentLoss
from nidl.losses import YAwareInfoNCE

SIGMA = 5.0  # years


def build_losses(arguments: argparse.Namespace) -> dict:
    # `bandwidth` is a variance here: the square of the kernel's width in years.
    by_age = YAwareInfoNCE(kernel="gaussian", bandwidth=SIGMA**2, temperature=0.1)
    by_view = NTXentLoss(temperature=arguments.temperature)
    return {"age": by_age, "view": by_view}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--temperature", type=float)
    print(build_losses(parser.parse_args()))
