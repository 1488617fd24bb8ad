/** A supervisor killed hard cannot say goodbye: without it nobody would ever stop this process. Answers how to stop watching. */
export function watchSupervisor(pid: number, gone: () => void): () => void {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') gone();
    }
  }, 1_000).unref();
  return () => clearInterval(timer);
}
