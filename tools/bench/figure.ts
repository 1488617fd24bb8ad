/** One measured figure; `ratio` is `value` over the peer named in `against`, measured in the same run. */
export interface Figure { name: string; value: number; unit: string; against?: string; ratio?: number }

/** What a file `tools/bench/<subject>.bench.ts` exports as `bench`: measures and reports each figure as soon as it is known. */
export type Bench = (report: (figure: Figure) => void) => Promise<void>;
