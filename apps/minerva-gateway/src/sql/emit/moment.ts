import { notSupported } from '../failure.js';
import { timestamptz } from '../types/type.js';
import { type Fragment, quote } from './fragment.js';

/** How CAST and how ISO 8601 write a moment in UTC, with no more digits than milliseconds: others Trino rounds in the one and cuts off in the other. */
const FORMS = {
  cast: /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?)?(?: UTC|Z| ?[+-]00:00)?$/,
  iso: /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]00:00)?)?$/,
};

/** A literal text as a moment. Moments keep no zone of their own, so that a text in another one than UTC is refused rather than shown in the wrong one. */
export function momentOf(value: string, form: keyof typeof FORMS, precision: number): Fragment {
  const [, day, minutes = '00:00', seconds = ':00'] = FORMS[form].exec(value) ?? [];
  if (day === undefined) throw notSupported('A text as a timestamp with time zone in this form (write it in UTC, with at most three decimals)');
  return { sql: `CAST(${quote(`${day} ${minutes}${seconds}+00`)} AS TIMESTAMPTZ)`, type: timestamptz(precision) };
}
