/** Reads YAML into the syntax-neutral value tree, keeping what stands before and after a syntax error. */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
} from 'yaml';
import {
  firstLine,
  type ParsedText,
  refuseDeepText,
  refuseLongText,
  type SyntaxProblem,
  visibleSpan,
} from './parsedText';
import { YamlConversion } from './yamlConversion';
import { findDeepNesting } from './yamlNesting';
import type { ScalarRules } from './yamlScalars';

/** Never throws. Repeated keys are all kept; of several documents the first is read. */
export function parseYaml(text: string, rules: ScalarRules): ParsedText {
  const composed = composeText(text);
  if (composed.kind === 'refused') return composed.refusal;
  const [first, second] = composed.documents;
  const problems = composed.documents.flatMap((document) => syntaxProblems(document, text));
  if (second) problems.push(secondDocument(second, text));
  if (!first) return { root: null, problems };
  const { root, problems: others } = convertDocument(first, rules, text);
  return { root, problems: [...problems, ...others] };
}

/** Never throws. One text for each document of a file. */
export function parseYamlDocuments(text: string, rules: ScalarRules): ParsedText[] {
  const composed = composeText(text);
  if (composed.kind === 'refused') return [composed.refusal];
  return composed.documents.map((document) => {
    const { root, problems } = convertDocument(document, rules, text);
    return { root, problems: [...syntaxProblems(document, text), ...problems] };
  });
}

function convertDocument(document: Document.Parsed, rules: ScalarRules, text: string): ParsedText {
  if (!document.contents) return { root: null, problems: [] };
  const conversion = new YamlConversion(document, rules, text);
  const root = conversion.convert(document.contents);
  return { root: isEmpty(document.contents) ? null : root, problems: conversion.problems };
}

type Composed =
  | { readonly kind: 'refused'; readonly refusal: ParsedText }
  | { readonly kind: 'documents'; readonly documents: readonly Document.Parsed[] };

function composeText(text: string): Composed {
  const refusal = refuseLongText(text, 'YAML file');
  if (refusal) return { kind: 'refused', refusal };
  const tokens = [...new Parser().parse(text)];
  const deep = findDeepNesting(tokens);
  if (deep === null) return { kind: 'documents', documents: compose(tokens, text.length) };
  const span = { start: deep, end: Math.min(deep + 1, text.length) };
  return { kind: 'refused', refusal: refuseDeepText('YAML file', span) };
}

function compose(tokens: CST.Token[], length: number): Document.Parsed[] {
  // Without repeated keys being errors; aliases are resolved by the conversion, which has a budget.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent', merge: false });
  return [...composer.compose(tokens, true, length)];
}

/** Whether a document has comments only. */
function isEmpty(node: ParsedNode): boolean {
  const isNode = isAlias(node) || isMap(node) || isSeq(node);
  return !isNode && isScalar(node) && node.value === null && (node.source ?? '') === '';
}

const syntaxProblems = ({ errors }: Document.Parsed, text: string) =>
  errors.map((error) => describe(error, text));

function describe(error: { message: string; pos: [number, number] }, text: string): SyntaxProblem {
  const span = visibleSpan(error.pos[0], error.pos[1], text);
  const unclosed = /^Flow (sequence|map) in block collection .* end with a (.)/.exec(error.message);
  if (!unclosed) return { message: `YAML syntax: ${error.message.replace(/\.?$/, '.')}`, span };
  const what = unclosed[1] === 'map' ? 'map' : 'list';
  const message = `YAML syntax: the ${what} is not closed with ${unclosed[2]}, or one of its lines is not indented further than its key.`;
  return { message, span };
}

function secondDocument(document: Document.Parsed, text: string): SyntaxProblem {
  const at = Math.min(document.range[0], text.length);
  const { start, end } = firstLine(text.slice(at));
  return {
    message:
      'A second YAML document begins here and is not read: a file holds one document. ' +
      'Write several objectives under `objectives:`, each with its name as key.',
    span: { start: at + start, end: at + end },
  };
}
