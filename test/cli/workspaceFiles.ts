/** The files that the command line is run on in tests. */

/** A folder for each situation. */
export const WORKSPACE_FILES: Readonly<Record<string, string>> = {
  'project/objective-lens.yaml':
    'data:\n  - objectives: "src/**"\n    classes: { head: 60, left: 6, right: 6 }\nexclude: [old]\n',
  'project/src/train.py':
    'from pytorch_metric_learning import losses\n\nTEMPERATURE = 0.5\ncriterion = losses.SupConLoss(temperature=TEMPERATURE)\n',
  'project/src/soft.objective.yaml':
    'objectives:\n  fits: { objective: soft-supcon, classes: [6, 3, 1, 2], temperature: 0.5, across: 0.2 }\n  too-hot: { objective: soft-supcon, classes: [6, 3, 1, 2], temperature: 0.5, across: 0.05 }\n',
  'project/old/forgotten.objective.yaml': 'objective: info-nce\nsamples: 4\ntemperature: 0.1\n',
  'project/node_modules/lib/x.objective.yaml': 'objective: info-nce\nsamples: 4\ntemperature: 0.1\n',
  'broken/wrong.objective.yaml': 'objective: supcon\r\nclasses: [3, 3]\r\ntemperature: -1\r\n',
  'broken-project/objective-lens.yaml': 'dimension: -4\n',
  'broken-project/fine.objective.yaml': 'objective: info-nce\nsamples: 4\ntemperature: 0.1\n',
  'fine/fine.objective.json':
    '{ "objective": "info-nce", "samples": 6, "temperature": 0.2, "dimension": 16 }\n',
  'hostile/names.objective.yaml':
    'objective: supcon\nclasses: { "\\e[31mred": 60, "b\\nline": 6, c: 6 }\ntemperature: 0.5\n',
  'undecided/single-view.objective.yaml': 'objective: info-nce\nsamples: 4\nviews: 1\ntemperature: 0.5\n',
  'unknown/open.objective.yaml': 'objective: supcon\ntemperature: 0.1\n',
  'empty/readme.txt': 'nothing here',
  'large/many.objective.yaml': largeFile(60, 120),
};

/** Many objectives on many classes: megabytes of similarities. */
function largeFile(objectives: number, classes: number): string {
  const sizes = Array.from({ length: classes }, () => 5).join(', ');
  return `objectives:\n${Array.from({ length: objectives }, (_, k) => `  o${k}: { objective: soft-supcon, classes: [${sizes}], temperature: 0.1, across: 0.01 }\n`).join('')}`;
}
