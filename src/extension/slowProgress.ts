/** Progress that can be cancelled, for work that may be over before anybody would read of it. */
import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** Milliseconds below which waiting is not felt as such: a message would only flash, and push others away. */
const UNNOTICED = 500;

/** `title` says what is waited for. */
export async function withProgressWhenSlow<T>(
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new CancellationTokenSource();
  const answer = work(source.token);
  const ended = answer.then(
    () => true,
    () => true,
  );
  try {
    if (!(await Promise.race([ended, pause(UNNOTICED)])))
      await window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        async (_, token) => {
          token.onCancellationRequested(() => source.cancel());
          await ended;
        },
      );
    return await answer;
  } finally {
    source.dispose();
  }
}

const pause = (milliseconds: number) =>
  new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });
