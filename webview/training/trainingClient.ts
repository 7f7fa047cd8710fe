/**
 * The panel's end of the training worker. A webview may not start a worker from its own resources, which are of another
 * origin, so the script is fetched as text and started from a Blob. Nothing is fetched before the first run. A worker that
 * fails or falls silent is ended, so that the next start has a new one.
 */
import { decodeTrainerAnswer, type StartRun, type TrainerAnswer, type TrainerRequest } from './runMessages';

export interface TrainingClient {
  start(request: Omit<StartRun, 'type' | 'run'>): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** A first step compiles shaders, which takes seconds on slow machines; none takes this long. */
const LONGEST_SILENCE = 60_000;

const SILENT =
  `the training worker has not answered for ${LONGEST_SILENCE / 1000} seconds and was ended. ` +
  'Starting again takes a new one; a smaller batch or a table makes a step quicker';

export function createTrainingClient(
  scriptUrl: string,
  onAnswer: (answer: TrainerAnswer) => void,
): TrainingClient {
  let run = 0;
  let worker: Promise<Worker> | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const isQuiet = () => clearTimeout(silence);

  /** Expects an answer from now on; in a hidden page, which may stand still, the wait begins anew. */
  function expectAnswer(): void {
    clearTimeout(silence);
    silence = setTimeout(() => (document.hidden ? expectAnswer() : fail(SILENT)), LONGEST_SILENCE);
  }

  function fail(because: string): void {
    isQuiet();
    const ended = worker;
    worker = null;
    // One that never started has told why, and needs no end.
    ended?.then(
      (started) => started.terminate(),
      () => undefined,
    );
    onAnswer({ type: 'failed', run, because });
  }

  function hear(answer: TrainerAnswer): void {
    if (answer.run !== run) return;
    if (answer.type === 'failed' || answer.end !== null) isQuiet();
    else expectAnswer();
    onAnswer(answer);
  }

  function listen(started: Worker): Worker {
    started.addEventListener('message', (event: MessageEvent<unknown>) => {
      const decoded = decodeTrainerAnswer(event.data);
      if (decoded.kind === 'malformed')
        fail(`the training worker answered something unexpected: ${decoded.because}`);
      else hear(decoded.message);
    });
    started.addEventListener('error', (event) => fail(event.message || 'the training worker could not run'));
    return started;
  }

  function send(request: TrainerRequest): void {
    worker ??= startWorker(scriptUrl).then(listen);
    worker
      .then((started) => started.postMessage(request))
      .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  }

  return {
    start(request) {
      run += 1;
      expectAnswer();
      send({ type: 'start', run, ...request });
    },
    pause() {
      isQuiet();
      send({ type: 'pause' });
    },
    resume() {
      expectAnswer();
      send({ type: 'resume' });
    },
    stop() {
      // Answers that are already on their way belong to the run that ends here.
      run += 1;
      isQuiet();
      if (worker !== null) send({ type: 'stop' });
    },
  };
}

async function startWorker(scriptUrl: string): Promise<Worker> {
  const response = await fetch(scriptUrl);
  if (!response.ok)
    throw new Error(`the training worker could not be loaded: ${response.status} ${response.statusText}`);
  const blob = new Blob([await response.text()], { type: 'text/javascript' });
  const url = URL.createObjectURL(blob);
  const worker = new Worker(url);
  // The worker has its script once it answers anything; until then the address must stay valid.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
