/**
 * The panel's end of the training worker. A webview may not start a worker from its own resources, which are of another
 * origin, so the script is fetched as text and started from a Blob. Nothing is fetched before the first run.
 */
import { decodeTrainerAnswer, type StartRun, type TrainerAnswer, type TrainerRequest } from './runMessages';

export interface TrainingClient {
  start(request: Omit<StartRun, 'type' | 'run'>): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

export function createTrainingClient(
  scriptUrl: string,
  onAnswer: (answer: TrainerAnswer) => void,
): TrainingClient {
  let run = 0;
  let worker: Promise<Worker> | null = null;
  const fail = (because: string) => onAnswer({ type: 'failed', run, because });

  function listen(started: Worker): Worker {
    started.addEventListener('message', (event: MessageEvent<unknown>) => {
      const decoded = decodeTrainerAnswer(event.data);
      if (decoded.kind === 'malformed')
        fail(`the training worker answered something unexpected: ${decoded.because}`);
      else if (!('run' in decoded.message) || decoded.message.run === run) onAnswer(decoded.message);
    });
    started.addEventListener('error', (event) => fail(event.message || 'the training worker could not run'));
    return started;
  }

  function send(request: TrainerRequest): void {
    worker ??= startWorker(scriptUrl).then(listen);
    worker
      .then((started) => started.postMessage(request))
      .catch((error: unknown) => {
        worker = null;
        fail(error instanceof Error ? error.message : String(error));
      });
  }

  return {
    start(request) {
      run += 1;
      send({ type: 'start', run, ...request });
    },
    pause: () => send({ type: 'pause' }),
    resume: () => send({ type: 'resume' }),
    stop() {
      // Answers that are already on their way belong to the run that ends here.
      run += 1;
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
