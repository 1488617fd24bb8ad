import { notSupported } from '../failure.js';
import { MIXED, type Type } from '../types/type.js';
import { UTC } from './session-zone.js';

/** The zone in which a moment is shown, and of which its day and hour are. */
export function zoneOf(type: Type): string {
  if (type.kind !== 'timestamptz') return UTC;
  if (type.zone === MIXED) throw notSupported('Showing, or taking apart, moments of several time zones in one column (bring them to one with AT TIME ZONE)');
  return type.zone ?? UTC;
}
