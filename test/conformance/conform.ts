/** Holds checkouts to a table of expectations, repository by repository. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadLanguage } from '../../src/cli/language';
import { type Comparison, compare } from './compare';
import { observe } from './observe';
import { parseTable } from './table';

export type Outcome = Comparison & { readonly repository: string };

/** `folder` holds one checkout for each repository: `owner+name`, `owner/name` or `name`; `wasmFolder` the grammars. */
export async function conform(
  folder: string,
  table: string,
  wasmFolder: string,
): Promise<readonly Outcome[]> {
  const language = await loadLanguage(wasmFolder);
  const outcomes: Outcome[] = [];
  for (const { repository, rows } of parseTable(table)) {
    const checkout = checkoutOf(folder, repository);
    const observed = checkout === null ? NOTHING : await observe(checkout, language);
    outcomes.push({ repository, ...compare(rows, observed) });
  }
  return outcomes;
}

const NOTHING = { files: [], objectives: [], findings: [] };

function checkoutOf(folder: string, repository: string): string | null {
  const [owner, name] = repository.split('/');
  const candidates = [`${owner}+${name}`, join(owner, name ?? ''), name ?? owner];
  const found = candidates.find((candidate) => existsSync(join(folder, candidate)));
  return found === undefined ? null : resolve(folder, found);
}
