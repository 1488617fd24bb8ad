/** The numbers beside a page of a v2 list. */
export const pageOf = ({ page, size }: { page: number; size: number }, total: number): { page: number; size: number; total_pages: number; total_records: number } =>
  ({ page, size, total_pages: Math.ceil(total / size), total_records: total });
