/** What `--help` and `--version` print. */
import { version } from '../../package.json';

export const VERSION = version;

export const HELP = `Objective Lens ${version}: the geometry that contrastive losses ask for.

Usage: objective-lens analyze [path...] [options]

Finds objectives in files and folders (default: the current folder), says for each whether an
embedding can reach its optimum and why, and lists what is worth knowing about it.

Options:
  --format text|json   how to print (default: text)
  --fail-on LEVEL      exit with 1 when a finding is at or above LEVEL: error, warning, information,
                       or never (default: error)
  -h, --help           print this help
  --version            print the version

Exit codes: 0 nothing at or above the level; 1 a finding at or above it; 2 wrong usage, or input that
could not be read.

Project file: objective-lens.yaml is taken from the nearest folder that holds one, from a path's own
folder up to the current folder (for a path elsewhere: its own folder only). Globs in it are relative
to that folder.

Colours are used on a terminal only, and not when NO_COLOR is set.
`;
