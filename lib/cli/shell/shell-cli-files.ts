import type { IFileSystem } from 'just-bash/browser';
import type { CliFiles, ListedFile } from '../aws/cli-host';
import type { Entry, ToolHost } from '../tools';

/** The shell's files as the `aws` command and the programs see them. */
export function shellCliFiles(fs: IFileSystem): CliFiles {
  return {
    read: async (path) => {
      if (!(await fs.exists(path))) return 'absent';
      if ((await fs.stat(path)).isDirectory) return 'directory';
      return fs.readFileBuffer(path);
    },
    write: async (path, bytes, modifiedMs) => {
      await fs.writeFile(path, bytes);
      if (modifiedMs !== undefined) await fs.utimes(path, new Date(modifiedMs), new Date(modifiedMs));
    },
    remove: async (path) => fs.rm(path),
    list: async (folder) => {
      const paths = fs.getAllPaths().filter((path) => path.startsWith(`${folder}/`));
      const files: ListedFile[] = [];
      for (const path of paths.sort()) {
        const { isFile, size, mtime } = await fs.stat(path);
        if (isFile) files.push({ path, size, modifiedMs: mtime.getTime() });
      }
      return files;
    },
  };
}

/** The shell's folders as the tools see them. */
export function shellFolders(fs: IFileSystem): Pick<ToolHost, 'makeFolder' | 'look' | 'entries'> {
  const look = (path: string) => entryAt(fs, path);
  return {
    look,
    makeFolder: (path) => fs.mkdir(path, { recursive: true }),
    entries: async (path) => {
      const found: Entry[] = [];
      for (const name of await fs.readdir(path)) {
        const entry = await look(`${path === '/' ? '' : path}/${name}`);
        if (entry) found.push({ ...entry, name });
      }
      return found;
    },
  };
}

async function entryAt(fs: IFileSystem, path: string): Promise<Entry | undefined> {
  try {
    const { isDirectory, isSymbolicLink, mode, size, mtime } = await fs.lstat(path);
    const about = { name: path.slice(path.lastIndexOf('/') + 1), size, mode, modifiedMs: mtime.getTime() };
    if (isSymbolicLink) return { ...about, kind: 'link', target: await fs.readlink(path) };
    return { ...about, kind: isDirectory ? 'folder' : 'file' };
  } catch {
    return undefined;
  }
}
