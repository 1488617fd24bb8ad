export function isRecentEnough(version: string): boolean;
export function installCommand(folder: string, wanted: { omitDev: boolean }): string[] | undefined;
export function scriptPath(name: string, folder: string): string;
