/** What an analysis means, in words: written once here, shown by hover, lens, panel, tree and command line. */

export interface Fact {
  /** For example `gap`. */
  readonly label: string;
  /** For example `0.0738 nats`. */
  readonly value: string;
  /** What the fact means to somebody who has not read the paper. */
  readonly hint: string;
}

export interface Explanation {
  /** One line for lens and tree: "inconsistent: labels on no sphere · gap 0.0002 nats". */
  readonly headline: string;
  /** Paragraphs in plain words: what happens to the embeddings and why, with the proof's numbers. */
  readonly because: readonly string[];
  /** What to do, a line each; `Analysis.remedies` says more of those that were computed and tried. */
  readonly advice: readonly string[];
  readonly facts: readonly Fact[];
}
