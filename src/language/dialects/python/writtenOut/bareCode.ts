/** Code without its comments and descriptions: they name what the code does not do. Every place stays where it is. */
export function bareCode(source: string): string {
  return source.replace(/("""|''')[\s\S]*?(?:\1|$)|#[^\n]*/g, (words) => words.replace(/[^\n]/g, ' '));
}
