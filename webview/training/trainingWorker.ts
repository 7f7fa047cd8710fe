/** The worker's entry: keeps TensorFlow.js and its loop off the panel's thread. Wiring only. */
import { chooseBackend } from './backend';
import { decodeTrainerRequest, type TrainerAnswer } from './runMessages';
import { createTrainingSession } from './trainingSession';

const post = (answer: TrainerAnswer) => self.postMessage(answer);

const session = createTrainingSession({ chooseBackend, now: () => performance.now(), nextTurn, post });

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const decoded = decodeTrainerRequest(event.data);
  // The panel and its worker ship together, so this is our own mistake: it ends up in the panel's error handler.
  if (decoded.kind === 'malformed') throw new Error(`training request: ${decoded.because}`);
  session.handle(decoded.message);
});

/** By a message to itself: a timer waits 4 ms each time, and longer while the panel is hidden. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
