/** Public datasets whose training set has classes of one size, by the names that people give them in code and configs. */

export interface KnownDataset {
  /** As people write about it. */
  readonly title: string;
  readonly classes: number;
  /** Samples of each class in the training set. */
  readonly each: number;
}

const DATASETS: ReadonlyMap<string, KnownDataset> = new Map(
  Object.entries({
    cifar10: { title: 'CIFAR-10', classes: 10, each: 5000 },
    cifar100: { title: 'CIFAR-100', classes: 100, each: 500 },
    mnist: { title: 'MNIST', classes: 10, each: 6000 },
    fashionmnist: { title: 'Fashion-MNIST', classes: 10, each: 6000 },
    stl10: { title: 'STL-10', classes: 10, each: 500 },
    tinyimagenet: { title: 'Tiny ImageNet', classes: 200, each: 500 },
    miniimagenet: { title: 'miniImageNet', classes: 100, each: 600 },
    imagenet100: { title: 'ImageNet-100', classes: 100, each: 1300 },
    imagenet: { title: 'ImageNet', classes: 1000, each: 1300 },
    food101: { title: 'Food-101', classes: 101, each: 750 },
  }),
);

const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fmnist: 'fashionmnist',
    tinyimagenet200: 'tinyimagenet',
    imagenet1k: 'imagenet',
    imagenet1000: 'imagenet',
    ilsvrc2012: 'imagenet',
  }),
);

/** Of a name (`CIFAR-10`, `cifar_100`), or of a folder that ends with one (`data/cifar10`); null for others. */
export function knownDataset(words: string): KnownDataset | null {
  const key = keyOf(words);
  return DATASETS.get(OTHER_NAMES.get(key) ?? key) ?? null;
}

/** Long-tailed CIFAR: how many classes it has, by the names of its class and of the dataset; null for others. */
export function longTailedCifar(words: string): { readonly classes: number; readonly max: number } | null {
  const found =
    /^(?:(?:imbalanced?|lt|longtail(?:ed)?)cifar(100|10)(?:lt)?|cifar(100|10)(?:lt|longtail(?:ed)?))$/.exec(
      keyOf(words),
    );
  const classes = Number(found?.[1] ?? found?.[2]);
  return found ? { classes, max: CIFAR_SAMPLES / classes } : null;
}

/** Samples of the training set of CIFAR-10, and of CIFAR-100. */
const CIFAR_SAMPLES = 50_000;

function keyOf(words: string): string {
  const last =
    words
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  return last.toLowerCase().replace(/[-_ .]/g, '');
}
