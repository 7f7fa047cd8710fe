// Chooses the port of 127.0.0.1 to serve on, and says so when the wished-for one is taken.
import { createServer } from 'node:net';

/**
 * @param {number} [wished] any free port when omitted
 * @returns {Promise<number>}
 */
export function freePort(wished = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) =>
      reject(
        new Error(`Port ${wished} cannot be used (${error.code}). Choose another: npm start -- --port 8123`),
      ),
    );
    probe.listen(wished, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
