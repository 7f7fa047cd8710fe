/** Values of a Hydra config that stand in other files of it are found there, and say where. */
import { describe, expect, it } from 'vitest';
import { readAmong } from './readAmong';

const loss = (temperature: string) =>
  `loss:\n  _target_: lightly.loss.NTXentLoss\n  temperature: ${temperature}\n`;
const group = (temperature: string) => `_target_: lightly.loss.NTXentLoss\ntemperature: ${temperature}\n`;
const of = (name: string) => `$\{${name}}`;

describe('Hydra configs of several files', () => {
  it.each([
    {
      name: 'an option of a group, from the main config',
      path: 'conf/train.yaml',
      files: {
        'conf/train.yaml': `defaults:\n  - _self_\n  - model: small\n${loss(of('model.tau'))}`,
        'conf/model/small.yaml': 'tau: 0.25\n',
      },
      from: 'conf/model/small.yaml',
    },
    {
      name: 'a base config beside it',
      path: 'conf/train.yaml',
      files: {
        'conf/train.yaml': `defaults: [base]\n${loss(of('tau'))}`,
        'conf/base.yaml': 'defaults: [deeper]\n',
        'conf/deeper.yaml': 'tau: 0.25\n',
      },
      from: 'conf/deeper.yaml',
    },
    {
      name: 'the main config, from an option of a group',
      path: 'conf/loss/ntxent.yaml',
      files: { 'conf/loss/ntxent.yaml': group(of('tau')), 'conf/config.yaml': 'tau: 25e-2\n' },
      from: 'conf/config.yaml',
    },
    {
      name: 'a group at another place, found from the root of the configs',
      path: 'conf/run/a.yaml',
      files: {
        'conf/run/a.yaml': `defaults:\n  - override /hydra/x: y\n  - /nets/heads@head: [mlp]\n${loss(of('head.tau'))}`,
        'conf/nets/heads/mlp.yaml': 'tau: 0.25\n',
      },
      from: 'conf/nets/heads/mlp.yaml',
    },
    {
      name: 'a global package',
      path: 'conf/train.yaml',
      files: {
        'conf/train.yaml': `defaults: [{ mode: encoder }]\n${loss(of('tau'))}`,
        'conf/mode/encoder.yaml': '# @package _global_\ntau: 0.25\n',
      },
      from: 'conf/mode/encoder.yaml',
    },
  ])('$name', ({ path, files, from }) => {
    const { definitions, findings } = readAmong(files, path);
    expect(findings).toEqual([]);
    expect(definitions[0].parameters.temperature).toMatchObject({ value: 0.25, origin: `config ${from}` });
    const { span } = definitions[0].parameters.temperature;
    expect(files[path as keyof typeof files]?.slice(span?.start, span?.end)).toMatch(/^\$\{[\w.]+\}$/);
  });

  it.each([
    { name: 'nobody has', files: { 'conf/train.yaml': `defaults: [base]\n${loss(of('tau'))}` } },
    {
      name: 'is a name itself',
      files: {
        'conf/train.yaml': `defaults: [base]\n${loss(of('tau'))}`,
        'conf/base.yaml': `tau: ${of('other')}\n`,
      },
    },
    {
      name: 'is for its author to give',
      files: { 'conf/train.yaml': `defaults: [base]\n${loss(of('tau'))}`, 'conf/base.yaml': 'tau: ???\n' },
    },
    {
      name: 'would lead out of the configs, or round in circles',
      files: {
        'conf/train.yaml': `defaults: [../secret, train, base]\n${loss(of('tau'))}`,
        'conf/base.yaml': 'defaults: [train, base]\n',
        'secret.yaml': 'tau: 0.5\n',
      },
    },
  ])('leaves alone what $name', ({ files }) => {
    const { definitions } = readAmong(files, 'conf/train.yaml');
    expect(definitions[0].parameters.temperature).toMatchObject({ value: null, missing: of('tau') });
  });

  it('asks for no other config where nothing is missing', () => {
    const files = { 'conf/train.yaml': `defaults: [base]\nother: ${of('tau')}\n${loss('0.1')}` };
    const asked = readAmong(files, 'conf/train.yaml').sourceFiles ?? [];
    expect(asked.filter((path) => path.endsWith('.yaml'))).toEqual([]);
  });
});
