/** Names of datasets as people write them. */
import { describe, expect, it } from 'vitest';
import { knownDataset, longTailedCifar } from '../../../src/language/guesses/knownDatasets';

describe('a known dataset', () => {
  it.each<[string, string | null]>([
    ['cifar10', 'CIFAR-10'],
    ['CIFAR-100', 'CIFAR-100'],
    ['./data/cifar_10/', 'CIFAR-10'],
    ['C:\\data\\STL10', 'STL-10'],
    ['imagenet1k', 'ImageNet'],
    ['imagenet-100', 'ImageNet-100'],
    ['FashionMNIST', 'Fashion-MNIST'],
    ['cifar', null],
    ['cifar1000', null],
    ['my-cifar10', null],
    ['', null],
    ['constructor', null],
    ['__proto__', null],
  ])('is told by %s', (name, title) => {
    const known = knownDataset(name);
    expect(known === null ? null : known.title).toBe(title);
  });
});

describe('long-tailed CIFAR', () => {
  it.each<[string, number | null]>([
    ['IMBALANCECIFAR100', 100],
    ['ImbalanceCIFAR10', 10],
    ['Imbalanced_CIFAR10', 10],
    ['CIFAR-100-LT', 100],
    ['cifar10_lt', 10],
    ['CIFAR100', null],
    ['IMBALANCECIFAR50', null],
  ])('is told by %s', (name, classes) => {
    expect(longTailedCifar(name)?.classes ?? null).toBe(classes);
  });
});
