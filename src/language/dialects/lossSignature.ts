/** The arguments that a class can be called with: enough to match a call to them as Python would. */

export interface LossParameter {
  readonly name: string;
  /** Absent for an argument without a number as default, or with a default that does not matter here. */
  readonly otherwise?: number | string;
  /** Cannot be given by position. */
  readonly keywordOnly?: true;
}

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
