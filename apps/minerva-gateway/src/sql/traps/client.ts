import type { Answer, Ask } from './traps.js';

interface Page { nextUri?: string; data?: unknown[][]; error?: { message: string } }

/** Asks an endpoint by the protocol of Trino's clients, as one user. `credentials` is `user`, `user:password` or `Bearer token`. */
export function client(server: string, credentials: string): Ask {
  const bearer = credentials.startsWith('Bearer ');
  const [user = '', password] = bearer ? [] : credentials.split(/:(.*)/s);
  const headers = {
    'x-trino-source': 'sql-traps', 'content-type': 'text/plain',
    ...(user === '' ? {} : { 'x-trino-user': user }),
    ...(bearer ? { authorization: credentials } : password === undefined ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }),
  };
  const page = async (url: string, body?: string): Promise<Page> => {
    const response = await fetch(url, { headers, ...(body === undefined ? {} : { method: 'POST', body }), signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`${response.status} from ${new URL(url).origin}`);
    return (await response.json()) as Page;
  };
  return async (sql): Promise<Answer> => {
    const rows: unknown[][] = [];
    let current = await page(new URL('/v1/statement', server).href, sql);
    for (;;) {
      if (current.error !== undefined) return { error: current.error.message };
      rows.push(...(current.data ?? []));
      if (current.nextUri === undefined) return { rows };
      current = await page(current.nextUri);
    }
  };
}
