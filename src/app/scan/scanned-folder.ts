import type { Slice } from "./scan-folder.ts";
import type { Scan, ScannedFolder } from "./scan.ts";
import type { Listing } from "./whole-list.ts";

/*
 * What happens to a folder of a scan, step by step.
 */

export function newFolder(id: string, count: number | null): ScannedFolder {
  return { id, total: count ?? 0, done: 0, isDone: false, unreadable: 0, resumesAt: null };
}

/** Its list is read, for the first time or once more: what could not be read is tried again. */
export function begun(folder: ScannedFolder, count: number | null): ScannedFolder {
  return {
    ...folder,
    total: Math.max(folder.total, count ?? 0),
    done: folder.done - folder.unreadable,
    unreadable: 0,
    resumesAt: null,
  };
}

export function withSlice(folder: ScannedFolder, { keys, unreadable }: Slice): ScannedFolder {
  return {
    ...folder,
    done: folder.done + keys.length + unreadable,
    unreadable: folder.unreadable + unreadable,
  };
}

/** All that it lists was read, and nothing else is in it. */
export function completed(folder: ScannedFolder): ScannedFolder {
  return { ...folder, isDone: true, total: folder.done };
}

/** What is left cannot be read now. */
export function leftOff(folder: ScannedFolder): ScannedFolder {
  const left = Math.max(0, folder.total - folder.done);
  const { done, unreadable } = folder;
  return { ...folder, isDone: true, done: done + left, unreadable: unreadable + left };
}

/** Waited for in vain. What its list lacked is read once half of it is there after all. */
export function settled(
  folder: ScannedFolder,
  { listed }: Listing,
  isLacking: boolean,
): ScannedFolder {
  const missing = Math.max(isLacking ? 1 : 0, folder.total - listed);
  const ended = isLacking ? leftOff(folder) : completed(folder);
  return missing === 0 ? ended : { ...ended, resumesAt: listed + Math.ceil(missing / 2) };
}

export function withFolder(
  scan: Scan,
  id: string,
  edit: (folder: ScannedFolder) => ScannedFolder,
): Scan {
  return {
    ...scan,
    folders: scan.folders.map((folder) => (folder.id === id ? edit(folder) : folder)),
  };
}

/** Goes on with these folders, also after its end. */
export function withReopened(scan: Scan, isMeant: (folder: ScannedFolder) => boolean): Scan {
  const folders = scan.folders.map((folder) =>
    isMeant(folder) ? { ...folder, isDone: false } : folder,
  );
  return scan.state === "finished" && scan.folders.some(isMeant)
    ? { ...scan, state: "running", endedAt: null, folders }
    : { ...scan, folders };
}
