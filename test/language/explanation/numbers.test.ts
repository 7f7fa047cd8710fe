/** Numbers in sentences: never zero for something small, never a limit rounded past itself. */
import { expect, test } from 'vitest';
import { cosine, counted, nats, short } from '../../../src/language/explanation/numbers';

test.each([
  [0.07381, '0.0738 nats'],
  [1.25, '1.2500 nats'],
  [0.0001, '0.0001 nats'],
  [0.000072, '7.2e-5 nats'],
  [3e-14, '3e-14 nats'],
  [0, '0 nats'],
  [-0.0221, '−0.0221 nats'],
])('%d in nats', (value, text) => expect(nats(value)).toBe(text));

test.each([
  [-0.5, '−0.50'],
  [0.001, '0.00'],
  [-0.001, '0.00'],
  [1, '1.00'],
])('cosine %d', (value, text) => expect(cosine(value)).toBe(text));

test.each([
  [0.44507, '0.445'],
  [12345, '12300'],
  [-3e-7, '−3e-7'],
  [0, '0'],
])('%d in short', (value, text) => expect(short(value)).toBe(text));

test.each([
  [1, '1 class'],
  [0, '0 classes'],
  [1234567, '1\u202f234\u202f567 classes'],
])('%d counted', (count, text) => expect(counted(count, 'class', 'classes')).toBe(text));
