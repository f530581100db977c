import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** A failure that Firefox itself reports, e.g. `javascript error`. */
type RemoteError = { readonly error: string; readonly message: string; readonly stacktrace?: string };

/**
 * A connection to Firefox's remote control. Messages are JSON behind their length: `12:[0,1,"…",{}]`.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('close', () => {
      for (const waiting of this.#waiting.values())
        waiting.reject(new Error('Firefox has closed the connection.'));
      this.#waiting.clear();
    });
    // "close" follows, and tells those who wait.
    socket.on('error', () => {});
  }

  /** @throws when nobody listens on the port */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Marionette(socket);
  }

  /** The result of a command. @throws what Firefox reports */
  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = (this.#lastId += 1);
    const message = JSON.stringify([0, id, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon === -1) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      // The first message is a greeting, an object.
      if (Array.isArray(message)) this.#answer(message as [1, number, RemoteError | null, unknown]);
    }
  }

  #answer([, id, error, result]: [1, number, RemoteError | null, unknown]): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message || error.error));
    else waiting?.resolve(result);
  }
}
