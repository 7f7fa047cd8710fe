/** The language server as a Node process; its editor says by an argument whether it speaks stdio or Node's IPC. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createNodeHost } from './nodeHost';
import { startServer } from './startServer';

startServer(createConnection(ProposedFeatures.all), (log) => createNodeHost(__dirname, log));
