/** The client of the language server, which runs as a process of its own beside the extension host. */
import {
  type Diagnostic,
  type ExtensionContext,
  extensions,
  type Hover,
  type LogOutputChannel,
  MarkdownString,
  Uri,
} from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../protocol/serverMessages';
import { BIND_DATA_COMMAND, SHOW_GEOMETRY_COMMAND, SHOW_RULE_COMMAND } from './commandIds';
import { ruleCommand, withRuleCommands } from './commands/ruleLinks';
import { rulesPage } from './commands/showRule';

/** The start of all settings' names, under which the client finds its own. */
const CLIENT_ID = 'objectiveLens';

/** Objective files, the project file, and the configs of any framework. */
const DATA_FILES = '**/*.{yaml,yml,json,toml}';

/** Where the extension runs, files of its workspace have the scheme `file`, on a remote machine too; cells of notebooks have their own. */
export const DOCUMENTS: { scheme: string; language?: string; pattern?: string }[] = [
  { language: 'python', scheme: 'file' },
  { language: 'python', scheme: 'untitled' },
  { language: 'python', scheme: 'vscode-notebook-cell' },
  { scheme: 'file', pattern: DATA_FILES },
  { scheme: 'untitled', pattern: '**/*.objective.{yaml,yml,json,toml}' },
  { language: 'markdown', scheme: 'file' },
  { language: 'shellscript', scheme: 'file' },
];

export function createLanguageClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const page = rulesPage(context.extensionUri).toString();
  const initializationOptions: InitializationOptions = {
    rulesPage: page,
    commands: true,
    storage: context.storageUri?.toString(),
    // VS Code reads the schemas for JSON itself, and for YAML only with this extension; what both offered would stand twice.
    schemaEndings: ['json', ...(extensions.getExtension('redhat.vscode-yaml') ? ['yaml', 'yml'] : [])],
  };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    diagnosticCollectionName: CLIENT_ID,
    outputChannel: log,
    // A log that opens by itself takes the terminal away from whoever is training.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    markdown: {
      isTrusted: { enabledCommands: [SHOW_GEOMETRY_COMMAND, BIND_DATA_COMMAND, SHOW_RULE_COMMAND] },
    },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(leadingToRule)),
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover && rulesAsCommands(hover, page);
      },
    },
  };
  return new LanguageClient(
    CLIENT_ID,
    'Objective Lens',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    options,
  );
}

/** VS Code lets the links of diagnostics' codes be commands. */
function leadingToRule(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object')
    diagnostic.code = { value: code.value, target: Uri.parse(ruleCommand(String(code.value))) };
  return diagnostic;
}

function rulesAsCommands(hover: Hover, page: string): Hover {
  for (const content of hover.contents)
    if (content instanceof MarkdownString) content.value = withRuleCommands(content.value, page);
  return hover;
}
