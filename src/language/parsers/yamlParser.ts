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
  const refusal = refuseLongText(text, 'YAML file');
  if (refusal) return refusal;
  const tokens = [...new Parser().parse(text)];
  const deep = findDeepNesting(tokens);
  if (deep !== null)
    return refuseDeepText('YAML file', { start: deep, end: Math.min(deep + 1, text.length) });
  const documents = compose(tokens, text.length);
  const [first, second] = documents;
  const problems = documents.flatMap(({ errors }) => errors.map((error) => describe(error, text)));
  if (second) problems.push(secondDocument(second, text));
  if (!first?.contents) return { root: null, problems };
  const conversion = new YamlConversion(first, rules, text);
  const root = conversion.convert(first.contents);
  return { root: isEmpty(first.contents) ? null : root, problems: [...problems, ...conversion.problems] };
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
