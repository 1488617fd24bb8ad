/** The package has no types of its own. */
declare module 'pidusage' {
  interface Stat { cpu: number; memory: number; ppid: number; pid: number; ctime: number; elapsed: number; timestamp: number }
  export default function pidusage(pids: number[]): Promise<Record<string, Stat | null | undefined>>;
}
