export function isRecentEnough(version: string): boolean;
export function needsInstall(folder: string): boolean;
export function scriptPath(name: string, folder: string): string;
