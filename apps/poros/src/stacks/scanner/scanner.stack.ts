import { defineStack } from '../stack.js';
import { ScannerSpec } from './scanner.schema.js';

/** Copies the metadata of a depot into the catalog: asks metis for a scan and waits for its result. */
export const scannerStack = defineStack({
  name: 'scanner',
  versions: ['2.0'],
  schema: ScannerSpec,
  async run(spec, { platform, signal, log }) {
    log(`scanning depot ${spec.depot}`);
    const config = spec.sourceConfig?.config ?? {};
    const filters = {
      ...(config.schemaFilterPattern === undefined ? {} : { schemaFilter: config.schemaFilterPattern }),
      ...(config.tableFilterPattern === undefined ? {} : { tableFilter: config.tableFilterPattern }),
      markVanished: config.markDeletedTables ?? config.markDeletedTablesfromFilterOnly ?? false,
    };
    const facts = await platform.scan({ depot: spec.depot, filters }, signal);
    log(`scanned depot ${spec.depot}: ${JSON.stringify(facts)}`);
    return { inputs: [], outputs: [], columns: [], facts };
  },
});
