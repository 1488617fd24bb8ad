import { execFile } from 'node:child_process';
import { closeSync, constants, createReadStream, openSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';

/** Where the engine writes a result and we read it: a named pipe, so that rows flow and the reader sets the pace. */
export interface Outlet {
  readonly path: string;
  /** Hands every piece to `take` from now on; the next one comes when its promise is settled. */
  read(take: (bytes: Buffer) => Promise<void>): void;
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

class PipeOutlet implements Outlet {
  readonly path: string;
  private readonly socket: Socket;
  private take: Take = nothing;

  constructor(path: string) {
    this.path = path;
    // Open for both directions: neither side waits for the other to open, and there is no end of file between two results.
    const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    this.socket = new Socket({ fd, readable: true, writable: false });
    this.socket.on('error', () => undefined);
    this.socket.on('data', (bytes: Buffer) => {
      if (this.take === nothing) return;
      this.socket.pause();
      void this.take(bytes).catch(() => this.discard()).then(() => this.socket.resume());
    });
  }

  read(take: Take): void {
    this.take = take;
    this.socket.resume();
  }

  discard(): void {
    this.take = nothing;
    this.socket.resume();
  }

  written(): void {
    // The reader knows by the number of rows that it has them all.
  }

  close(): void {
    this.socket.destroy();
    rmSync(this.path, { force: true });
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
