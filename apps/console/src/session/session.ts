import { DomainError, Principal } from '@dataos/contracts-core';
import { z } from 'zod';
import { clientsFor } from './clients.js';

const Session = Principal.extend({ token: z.string().min(1) });
/** Who is signed in, and the key that proves it. */
export type Session = z.infer<typeof Session>;

const place = 'dataos.session';

/** Asks heimdall whose key this is; `undefined` when it is nobody's. */
export async function signIn(token: string): Promise<Session | undefined> {
  const answer = await clientsFor(token).heimdall.authorize({ body: { token } }).catch((error: unknown) => {
    if (DomainError.is(error) && error.status === 401) return undefined;
    throw error;
  });
  const principal = Principal.safeParse(answer?.result);
  return principal.success ? { ...principal.data, token } : undefined;
}

/** The session of this browser tab; it ends with the tab. */
export function keptSession(): Session | undefined {
  const kept = sessionStorage.getItem(place);
  if (kept === null) return undefined;
  try {
    return Session.parse(JSON.parse(kept));
  } catch {
    sessionStorage.removeItem(place);
    return undefined;
  }
}

export const keepSession = (session: Session): void => sessionStorage.setItem(place, JSON.stringify(session));
export const forgetSession = (): void => sessionStorage.removeItem(place);
