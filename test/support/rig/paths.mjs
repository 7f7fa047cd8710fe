// Says once where the project is and where the rig keeps what it installs, so that no script guesses from its working directory.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Git ignores this folder. Deleting it only costs the time to fill it again. */
export const cacheFolder = join(projectRoot, '.cache');

/** Screenshots of every e2e run and, for failed tests, the logs. Git ignores it too. */
export const resultsFolder = join(projectRoot, 'test-results');
