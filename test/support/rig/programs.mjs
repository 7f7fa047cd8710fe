// Names the programs the rig needs from the system, each with every usual place and the way to get it.
import { ensureProgram } from './systemPackages.mjs';

const browser = {
  title: 'Chromium or Chrome',
  variable: 'OBJECTIVE_LENS_BROWSER',
  candidates: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  // The font is for the workbench: Chromium alone brings none, and text would be boxes.
  debianPackages: ['chromium', 'fonts-dejavu-core'],
  advice:
    'Install Chrome, or Chromium with your package manager (Debian: apt install chromium fonts-dejavu-core; ' +
    'macOS: brew install --cask google-chrome), or set OBJECTIVE_LENS_BROWSER to the path of one.',
};

const ripgrep = {
  title: 'ripgrep',
  variable: 'OBJECTIVE_LENS_RIPGREP',
  candidates: ['rg', '/opt/homebrew/bin/rg', '/usr/local/bin/rg'],
  debianPackages: ['ripgrep'],
  advice:
    'VS Code searches the workspace with it. Install it (Debian: apt install ripgrep; macOS: brew install ripgrep), ' +
    'or set OBJECTIVE_LENS_RIPGREP to the path of rg.',
};

const toolchain = [
  { title: 'A C++ compiler', candidates: ['c++', 'g++', 'clang++'], debianPackages: ['g++'] },
  { title: 'make', candidates: ['make', 'gmake'], debianPackages: ['make'] },
  { title: 'Python 3', candidates: ['python3'], debianPackages: ['python3'] },
].map((program) => ({
  ...program,
  advice:
    'The native parts of code-server are compiled once. Install the tools for that ' +
    '(Debian: apt install python3 make g++; macOS: xcode-select --install).',
}));

export function ensureBrowser() {
  return ensureProgram(browser);
}

export function ensureRipgrep() {
  return ensureProgram(ripgrep);
}

export async function ensureToolchain() {
  for (const program of toolchain) await ensureProgram(program);
}
