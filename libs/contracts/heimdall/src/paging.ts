import { z } from 'zod';

/** Pages of the v2 lists count from 0. */
export const Paging = z.looseObject({
  page: z.coerce.number().int().min(0).max(1_000_000).default(0),
  size: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const PageNumbers = { page: z.int(), size: z.int(), total_pages: z.int(), total_records: z.int() };
