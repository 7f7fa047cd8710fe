/** Does again what VS Code may overlook while it is busy, as a person does who sees that nothing happened. */

const ATTEMPTS = 12;
const PATIENCE = 5_000;

/** `act` until `hasHappened` fulfils; the last attempt's error is thrown. */
export async function untilIt(
  act: () => Promise<unknown>,
  hasHappened: (timeout: number) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    await act();
    const happened = await hasHappened(PATIENCE).then(
      () => true,
      () => false,
    );
    if (happened) return;
  }
  await act();
  await hasHappened(PATIENCE);
}
