import { stringify } from 'yaml';

export const outputFormats = ['table', 'json', 'yaml'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** A value for programs (`json`, `yaml`), or for people by `table`. */
export function render(format: OutputFormat, value: unknown, asTable: () => string): string {
  if (format === 'json') return `${JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item), 2)}\n`;
  return format === 'yaml' ? stringify(value) : asTable();
}
