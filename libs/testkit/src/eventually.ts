/** Waits until `check` stops throwing; its last failure is thrown when the time is over. */
export async function eventually<T>(check: () => Promise<T> | T, { timeoutMs = 10_000, everyMs = 50 } = {}): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
