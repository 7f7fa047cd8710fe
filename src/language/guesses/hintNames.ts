/** What people call the number of classes and the training set, in code, options and configs. */

export const COUNT_NAMES: readonly string[] = [
  'num_classes',
  'NUM_CLASSES',
  'n_classes',
  'N_CLASSES',
  'nb_classes',
  'n_cls',
  'num_class',
  'class_num',
];

export const DATASET_NAMES: readonly string[] = [
  'dataset',
  'dataset_name',
  'data_name',
  'train_dataset',
  'data',
];
