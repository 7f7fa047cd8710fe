/** Checks the names of a weight expression, and tells which data it needs. */
import { type Expression, ExpressionError } from './expression';
import { CONSTANTS, FUNCTIONS, isVariable, plainName, VARIABLES } from './names';

export interface NeededData {
  readonly labels: boolean;
  readonly features: boolean;
}

/** Guesses a mistyped name: " Did you mean `x`?", or nothing. */
export type Guess = (word: string, known: readonly string[]) => string;

/** Throws: ExpressionError at the first name that is not known, and where the weight depends on no data. */
export function checkNames(tree: Expression, guess: Guess): NeededData {
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.kind === 'call') checkFunction(node, guess);
    if (node.kind === 'name') used.add(checkName(node, guess));
  });
  const labels = used.has('y_i') || used.has('y_j');
  const features = used.has('x_i') || used.has('x_j');
  if (labels || features) return { labels, features };
  throw new ExpressionError(
    'This gives every pair of samples the same weight, so it asks for no geometry. Let it depend on the labels `y_i` and `y_j`, or on the features `x_i` and `x_j`.',
    tree.span,
  );
}

function visit(node: Expression, look: (node: Expression) => void): void {
  look(node);
  for (const part of partsOf(node)) visit(part, look);
}

function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'call':
      return node.arguments;
    case 'index':
      return [node.of];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.whenTrue, node.whenFalse];
    default:
      return [];
  }
}

const KNOWN = `It may name ${VARIABLES.join(', ')}, ${Object.keys(CONSTANTS).join(', ')}, and the functions ${FUNCTIONS.join(', ')}.`;

function checkName(node: Expression & { kind: 'name' }, guess: Guess): string {
  const name = plainName(node.name);
  if (isVariable(name) || Object.hasOwn(CONSTANTS, name)) return name;
  if (FUNCTIONS.includes(name))
    throw new ExpressionError(`\`${node.name}\` is a function: write \`${node.name}(…)\`.`, node.span);
  throw new ExpressionError(
    `\`${node.name}\` is not known here.${hint(name) ?? guess(name, [...VARIABLES, ...FUNCTIONS])} ${KNOWN}`,
    node.span,
  );
}

function checkFunction(node: Expression & { kind: 'call' }, guess: Guess): void {
  const name = plainName(node.name);
  if (FUNCTIONS.includes(name)) return;
  const [owner, method] = name.split('.');
  if (isVariable(name) || Object.hasOwn(CONSTANTS, name))
    throw new ExpressionError(
      `\`${node.name}\` is no function: write \`${node.name} * (…)\` to multiply.`,
      node.nameSpan,
    );
  const advice =
    isVariable(owner) && method !== undefined
      ? ` Methods are not read: write the function around its argument, \`${method}(${owner})\`.`
      : guess(name, FUNCTIONS);
  throw new ExpressionError(
    `The function \`${node.name}\` is not known here.${advice} ${KNOWN}`,
    node.nameSpan,
  );
}

/** What was probably meant by names that authors give to the same things. */
function hint(name: string): string | null {
  if (/^(y|labels?|targets?)$/i.test(name)) return ' The labels of a pair are `y_i` and `y_j`.';
  if (/^(x|features?|embeddings?|t)$/i.test(name)) return ' The features of a pair are `x_i` and `x_j`.';
  if (/^[ij]$/.test(name))
    return ' The number of a sample has no meaning to a loss; what orders samples, a time for example, belongs in `labels`.';
  if (/^(tau|temperature|sigma|bandwidth)$/i.test(name)) return ' Write its value.';
  return null;
}
