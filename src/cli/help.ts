/** What `--help` and `--version` print. */
import { version } from '../../package.json';

export const VERSION = version;

export const HELP = `Objective Lens ${version}: the geometry that contrastive losses ask for.

Usage: objective-lens analyze [path...] [options]
       objective-lens design TARGET [options]

analyze finds objectives in files and folders (default: the current folder), says for each whether an
embedding can reach its optimum and why, and lists what is worth knowing about it.

  --format text|json   how to print (default: text)
  --fail-on LEVEL      exit with 1 when a finding is at or above LEVEL: error, warning, information,
                       or never (default: error)
  --time-limit SECONDS how long one objective may take; then it answers with what it has, and says so
                       (default: no limit)
  --largest-file MB    how large a data file may be that is read (default: 2000)

design turns wished similarities of classes into an objective whose optimum has them, or the nearest
that any embedding can have; how far these are from the wish is told on standard error. TARGET is a
YAML or JSON file with one of

  similarities: [[1, 0.5], [0.5, 1]]      cosines; classes: [cat, dog] names the rows
  hierarchy: [[cat, dog], [car, truck]]   with heights: [0.8, 0.2], a cosine for each level, the
                                          innermost groups first
  arc: { classes: [mild, moderate, severe], degrees: 120 }
  confusion: [[50, 3], [2, 45]]           counts, a row a true class; the similarity of two classes
                                          is how often they are confused against how often recognised

or a CSV file with similarities (ones on the diagonal) or counts (any other).

  --temperature T      temperature of the objective (default: the target's own, or 0.1)
  --format FORMAT      objective: an objective file (default); pytorch: lines to paste; json: both

Options of all commands:
  -h, --help           print this help
  --version            print the version

Exit codes: 0 nothing at or above the level; 1 a finding at or above it; 2 wrong usage, or input that
could not be read.

Project file: objective-lens.yaml is taken from the nearest folder that holds one, from a path's own
folder up to the current folder (for a path elsewhere: its own folder only). Globs in it are relative
to that folder.

Colours are used on a terminal only, and not when NO_COLOR is set.
`;
