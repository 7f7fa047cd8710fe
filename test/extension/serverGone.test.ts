/** Which failures mean that the language server is not there, and which are faults of a question. */
import { describe, expect, it } from 'vitest';
import { ConnectionError, ConnectionErrors, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { isServerGone } from '../../src/extension/serverGone';

describe('the language server is gone', () => {
  it.each<[string, unknown, boolean]>([
    [
      'an answer was pending',
      new ResponseError(ErrorCodes.PendingResponseRejected, 'Pending response rejected'),
      true,
    ],
    [
      'the client does not run',
      new ResponseError(ErrorCodes.ConnectionInactive, 'Client is not running'),
      true,
    ],
    ['the connection is closed', new ConnectionError(ConnectionErrors.Closed, 'Connection is closed.'), true],
    [
      'the connection is disposed',
      new ConnectionError(ConnectionErrors.Disposed, 'Connection is disposed.'),
      true,
    ],
    ['a handler failed', new ResponseError(ErrorCodes.InternalError, 'broken'), false],
    ['the parameters were wrong', new ResponseError(ErrorCodes.InvalidParams, 'wrong'), false],
    ['something else failed', new Error('broken'), false],
    ['something that is no error was thrown', 'broken', false],
  ])('where %s', (_, error, isGone) => {
    expect(isServerGone(error)).toBe(isGone);
  });
});
