import { PostgresClient } from './postgres-client.js';

const AGAIN_MS = 1_000;

/** Hears what is notified on one channel, over a session of its own that is opened anew when it is lost. */
export class PostgresListener {
  private client: PostgresClient | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private opening: Promise<void> = Promise.resolve();

  /** `heard` is called with each payload, and with none when the session is (re)opened: something may have been missed. */
  constructor(private readonly url: string, private readonly channel: string, private readonly heard: (payload?: string) => void) {}

  /** Whether notifications arrive now; where they do not, only looking helps. */
  get listening(): boolean {
    return this.client !== undefined;
  }

  start(): void {
    this.opening = this.open();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.opening;
    await this.client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const client = new PostgresClient({ connectionString: this.url, connectionTimeoutMillis: 5_000, application_name: 'events-listener', keepAlive: true });
    client.on('notification', ({ payload }) => this.heard(payload));
    client.once('end', () => {
      this.client = undefined;
      this.openAgain();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      this.client = client;
      this.heard();
    } catch {
      await client.end().catch(() => undefined);
      this.openAgain();
    }
  }

  private openAgain(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), AGAIN_MS);
  }
}
