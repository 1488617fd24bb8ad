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

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    // Not typed so, but absent where the broker does not ask for TLS.
    const secure = ssl as tls.ConnectionOptions | undefined;
    const socket = !secure ? net.connect({ host, port }, onConnect)
      : tls.connect({ host, port, ...(net.isIP(host) === 0 ? { servername: host } : {}), ...secure }, onConnect);
    this.open.add(socket.setKeepAlive(true, KEEP_ALIVE_MS));
    socket.once('close', () => this.open.delete(socket));
    return socket;
  };

  destroy(): void {
    for (const socket of this.open) socket.destroy();
  }
}
