/** The arguments that a class or function can be called with. */

export interface LossParameter {
  readonly name: string;
  /** Absent for an argument without a number or text as default. */
  readonly otherwise?: number | string;
  /** Cannot be given by position. */
  readonly keywordOnly?: true;
}

/** The arguments that a class can be called with: enough to match a call to them as Python would. */
export interface LossSignature {
  readonly name: string;
  /** Whose class it is, for messages: "nidl's YAwareInfoNCE". */
  readonly owner: string;
  /** In the order of the signature. */
  readonly parameters: readonly LossParameter[];
  /** `**kwargs` that swallow any keyword, or a signature that nobody knows. */
  readonly takesAnyKeyword: boolean;
  /** `*args` that swallow any value, or a signature that nobody knows. */
  readonly takesAnyPosition: boolean;
}

/** A signature as Python writes it: `temperature=0.1, sigma, *, reducer, **`. */
export function signature(
  text: string,
): Pick<LossSignature, 'parameters' | 'takesAnyKeyword' | 'takesAnyPosition'> {
  const parameters: LossParameter[] = [];
  let keywordOnly = false;
  let takesAnyKeyword = false;
  for (const part of text.split(',').map((words) => words.trim())) {
    if (part === '**') takesAnyKeyword = true;
    else if (part === '*') keywordOnly = true;
    else if (part !== '')
      parameters.push({ ...parameter(part), ...(keywordOnly ? { keywordOnly } : {}) } as LossParameter);
  }
  return { parameters, takesAnyKeyword, takesAnyPosition: false };
}

function parameter(words: string): LossParameter {
  const [name, otherwise] = words.split('=');
  if (otherwise === undefined) return { name };
  return { name, otherwise: /^["']/.test(otherwise) ? otherwise.slice(1, -1) : Number(otherwise) };
}
