import net from 'node:net';
import tls from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

const KEEP_ALIVE_MS = 60_000;

/**
 * Every connection of one Kafka client. kafkajs 2.2 forgets some of them where brokers fail; brokers close such a connection
 * after ten minutes, and until then it would keep a process that wants to end.
 */
export class KafkaSockets {
  private readonly open = new Set<net.Socket>();
  private closed = false;

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    if (this.closed) throw new Error('this client of the event log is closed');
    // Not typed so, but absent where the broker does not ask for TLS.
    const secure = ssl as tls.ConnectionOptions | undefined;
    const socket = !secure ? net.connect({ host, port }, onConnect)
      : tls.connect({ host, port, ...(net.isIP(host) === 0 ? { servername: host } : {}), ...secure }, onConnect);
    this.open.add(socket.setKeepAlive(true, KEEP_ALIVE_MS));
    socket.once('close', () => this.open.delete(socket));
    return socket;
  };

  /** As a failure: kafkajs listens to those, not to `close`, before it gives up a connection's timers, of which one fires for ever. */
  destroy(): void {
    this.closed = true;
    for (const socket of this.open) socket.destroy(new Error('closed with its client'));
  }
}
