import { z } from 'zod';

/** Text of at most `max` characters without the NUL character, which no database column can hold. */
export const text = (max: number) => z.string().max(max).regex(/^[^\u0000]*$/, 'must not contain the NUL character');
