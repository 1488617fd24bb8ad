import { execFile } from 'node:child_process';
import { closeSync, constants, createReadStream, openSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';

/** Where the engine writes a result and we read it: a named pipe, so that rows flow and the reader sets the pace. */
export interface Outlet {
  readonly path: string;
  /** Hands every piece to `take` from now on; the next one comes when its promise is settled. */
  read(take: (bytes: Buffer) => Promise<void>): void;
  /** Stops reading, for good: from now on another process does. Gives what was read and not yet taken; `undefined` where that cannot be. */
  release(): Buffer | undefined;
  /** Throws away what comes, so that a writer that was told to stop is not stuck. */
  discard(): void;
  /** The writer is done. */
  written(): void;
  close(): void;
}

/** A pipe where the system has them; else (Windows) a file that is read when the result is complete. */
export async function openOutlet(path: string): Promise<Outlet> {
  rmSync(path, { force: true });
  try {
    await promisify(execFile)('mkfifo', ['-m', '600', path]);
    return new PipeOutlet(path);
  } catch {
    writeFileSync(path, '', { mode: 0o600 });
    return new FileOutlet(path);
  }
}

type Take = (bytes: Buffer) => Promise<void>;
const nothing: Take = async () => undefined;
const OPEN = constants.O_RDWR | constants.O_NONBLOCK;

class PipeOutlet implements Outlet {
  readonly path: string;
  /** Open for both directions: neither side waits for the other to open, and there is no end of file between two results. */
  private readonly fd: number;
  private socket: Socket;
  private take: Take = nothing;

  constructor(path: string) {
    this.path = path;
    this.fd = openSync(path, OPEN);
    this.socket = this.listen();
  }

  read(take: Take): void {
    this.take = take;
    this.socket.resume();
  }

  release(): Buffer {
    // Reading what is left would hand it to the listener as well.
    this.socket.removeAllListeners('data').pause();
    // Within one turn of the loop, so nothing can be read between the two.
    const rest = this.socket.read() as Buffer | null;
    this.socket.destroy();
    return rest ?? Buffer.alloc(0);
  }

  discard(): void {
    this.take = nothing;
    if (this.socket.destroyed) this.socket = this.listen();
    this.socket.resume();
  }

  written(): void {
    // The reader knows by the number of rows that it has them all.
  }

  close(): void {
    this.socket.destroy();
    closeSync(this.fd);
    rmSync(this.path, { force: true });
  }

  private listen(): Socket {
    const socket = new Socket({ fd: openSync(this.path, OPEN), readable: true, writable: false });
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      if (this.take === nothing) return;
      socket.pause();
      void this.take(bytes).catch(() => this.discard()).then(() => { if (!socket.destroyed) socket.resume(); });
    });
    return socket;
  }
}

class FileOutlet implements Outlet {
  readonly path: string;
  private take: Take = nothing;

  constructor(path: string) {
    this.path = path;
  }

  read(take: Take): void {
    this.take = take;
  }

  release(): undefined {
    return undefined;
  }

  discard(): void {
    this.take = nothing;
  }

  written(): void {
    void (async () => {
      for await (const bytes of createReadStream(this.path, { highWaterMark: 262_144 })) await this.take(bytes as Buffer);
      closeSync(openSync(this.path, 'w'));
    })().catch(() => undefined);
  }

  close(): void {
    rmSync(this.path, { force: true });
  }
}
