/** A scan's progress in the editor, under the asker's token or under one of the server's own. */
import {
  type CancellationToken,
  type Connection,
  type ProgressToken,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';

export interface ScanProgress {
  report(done: number, all: number): void;
  end(): void;
}

const TITLE = 'Objective Lens: analysing the workspace';

export const SILENT_PROGRESS: ScanProgress = { report: () => undefined, end: () => undefined };

/** For a request that brought a token. */
export function requestedProgress(connection: Connection, token: ProgressToken): ScanProgress {
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) =>
    void connection.sendProgress(WorkDoneProgress.type, token, value);
  send({ kind: 'begin', title: TITLE, percentage: 0, cancellable: true });
  return {
    report: onNewPercentage((percentage, message) => send({ kind: 'report', percentage, message })),
    end: () => send({ kind: 'end' }),
  };
}

/** For a scan that the server starts by itself; the user can cancel it in the editor. */
export async function ownProgress(
  connection: Connection,
): Promise<{ progress: ScanProgress; token: CancellationToken }> {
  const reporter = await connection.window.createWorkDoneProgress();
  reporter.begin(TITLE, 0, undefined, true);
  return {
    progress: {
      report: onNewPercentage((percentage, message) => reporter.report(percentage, message)),
      end: () => reporter.done(),
    },
    token: reporter.token,
  };
}

/** Ten thousand files make a hundred messages, not ten thousand. */
function onNewPercentage(send: (percentage: number, message: string) => void) {
  let last = -1;
  return (done: number, all: number) => {
    const percentage = Math.floor((100 * done) / all);
    if (percentage === last) return;
    last = percentage;
    send(percentage, `${done} of ${all} files`);
  };
}
