import type { DatasetDescription } from '@dataos/contracts-depot';

/** What is read of a source. Every call opens, asks and closes; a source holds no connection of ours while idle. */
export interface Driver {
  check(): Promise<void>;
  collections(): Promise<string[]>;
  /** `undefined` when the collection does not exist. */
  datasets(collection: string): Promise<string[] | undefined>;
  /** `undefined` when the dataset does not exist. */
  describe(collection: string, dataset: string): Promise<Omit<DatasetDescription, 'address' | 'depot' | 'collection' | 'dataset'> | undefined>;
}
