import type { IFileSystem } from 'just-bash/browser';
import type { CliFiles } from '../aws/cli-host';

/** The shell's files as the `aws` command and the programs see them. */
export function shellCliFiles(fs: IFileSystem): CliFiles {
  return {
    read: async (path) => {
      if (!(await fs.exists(path))) return 'absent';
      if ((await fs.stat(path)).isDirectory) return 'directory';
      return fs.readFileBuffer(path);
    },
    write: async (path, bytes) => fs.writeFile(path, bytes),
    remove: async (path) => fs.rm(path),
    list: async (folder) => {
      const paths = fs.getAllPaths().filter((path) => path.startsWith(`${folder}/`));
      const files: string[] = [];
      for (const path of paths.sort()) if ((await fs.stat(path)).isFile) files.push(path);
      return files;
    },
  };
}
