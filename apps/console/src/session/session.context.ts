import { createContext, useContext } from 'react';
import type { Clients } from './clients.js';
import type { Session } from './session.js';

export interface SignedIn { session: Session; clients: Clients }
export const SessionContext = createContext<SignedIn | undefined>(undefined);

/** The signed-in person and clients that act for them. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === undefined) throw new Error('nobody is signed in');
  return signedIn;
}
