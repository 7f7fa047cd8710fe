/** The client of the language server, which runs as a process of its own beside the extension host. */
import { type Diagnostic, type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../protocol/serverMessages';
import { SHOW_GEOMETRY_COMMAND, SHOW_RULE_COMMAND } from './commandIds';
import { rulesPage, showRuleLink } from './commands/showRule';

/** The start of all settings' names, under which the client finds its own. */
const CLIENT_ID = 'objectiveLens';

const OBJECTIVE_FILES = ['**/*.objective.{yaml,yml,json}', '**/objective-lens.yaml'];
const SCHEMES = ['file', 'vscode-remote'];

export const DOCUMENTS: { scheme: string; language?: string; pattern?: string }[] = [
  { language: 'python', scheme: 'untitled' },
  ...SCHEMES.flatMap((scheme) => [
    { language: 'python', scheme },
    ...OBJECTIVE_FILES.map((pattern) => ({ scheme, pattern })),
  ]),
];

export function createLanguageClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const initializationOptions: InitializationOptions = {
    rulesPage: rulesPage(context.extensionUri).toString(),
    commands: true,
  };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    diagnosticCollectionName: CLIENT_ID,
    outputChannel: log,
    // A log that opens by itself takes the terminal away from whoever is training.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: [SHOW_GEOMETRY_COMMAND, SHOW_RULE_COMMAND] } },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(leadingToRule)),
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        for (const content of hover?.contents ?? [])
          if (typeof content === 'object' && 'value' in content)
            content.value = withRuleLinks(content.value, rulesPage(context.extensionUri).toString());
        return hover;
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

/** An address of a file inside the extension opens as text, if at all; the command opens the rendered page. */
function leadingToRule(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object')
    diagnostic.code = { value: code.value, target: showRuleLink(String(code.value)) };
  return diagnostic;
}

/** The same for links of hovers: `…/rules.md#radius` becomes the command that shows the rule `radius`. */
export function withRuleLinks(markdown: string, page: string): string {
  return markdown.replaceAll(/\]\(([^()\s]+)#([a-z-]+)\)/g, (link, address: string, rule: string) =>
    Uri.parse(address).toString() === page ? `](${showRuleLink(rule)})` : link,
  );
}
