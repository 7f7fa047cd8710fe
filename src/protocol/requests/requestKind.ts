/** One kind of question that the panel asks: how both of its sides are decoded. */
import type * as v from 'valibot';

export interface RequestKind<Ask, Answer> {
  readonly ask: v.GenericSchema<unknown, Ask>;
  readonly answer: v.GenericSchema<unknown, Answer>;
}

export const requestKind = <Ask, Answer>(
  ask: v.GenericSchema<unknown, Ask>,
  answer: v.GenericSchema<unknown, Answer>,
): RequestKind<Ask, Answer> => ({ ask, answer });
