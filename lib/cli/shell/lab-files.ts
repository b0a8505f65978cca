import { InMemoryFs } from 'just-bash/browser';
import { bytesToUtf8, decodeBase64, encodeBase64, needs, utf8ToBytes } from '../../base';
import { byteStringToBytes, bytesToShellText, withoutStandIns } from './bytes-as-text';
import type { ShellSnapshot, StoredFile } from './snapshot';

type WriteArguments = Parameters<InMemoryFs['writeFile']>;

/** Where the shell's own files stand; scripts have no business there. */
export const HIDDEN = '/dev/lab/';
const NOT_KEPT = ['/bin', '/usr', '/dev', '/proc'];
const CHANCE = ['/dev/urandom', '/dev/random'];
const ZERO = '/dev/zero';
/** What a device without an end is taken to hold. */
const DEVICE_BYTES = 65_536;
const LIMIT_BYTES = 16 * 1024 * 1024;

export interface LabFilesOptions {
  /** A write below `HIDDEN`; an empty one opens the file. Answers once the shell may go on. */
  hidden(path: string, bytes: Uint8Array): Promise<void>;
  randomBytes(length: number): Uint8Array;
}

/** The shell's files: bytes stay bytes, and what scripts print goes to whoever listens. */
export class LabFiles extends InMemoryFs {
  private readonly options: LabFilesOptions;

  constructor(options: LabFilesOptions) {
    super(undefined, { maxTotalBytes: LIMIT_BYTES });
    this.options = options;
    for (const path of [...CHANCE, ZERO]) super.writeFileSync(path, '');
  }

  override async writeFile(...[path, content, options]: WriteArguments): Promise<void> {
    const bytes = bytesOf(content, options);
    if (path.startsWith(HIDDEN)) return this.options.hidden(path.slice(HIDDEN.length), bytes);
    super.writeFileSync(path, bytes);
  }

  override async appendFile(...[path, content, options]: WriteArguments): Promise<void> {
    const bytes = bytesOf(content, options);
    if (path.startsWith(HIDDEN)) return this.options.hidden(path.slice(HIDDEN.length), bytes);
    return super.appendFile(path, bytes);
  }

  override async readFile(path: string): Promise<string> {
    return bytesToShellText(await this.readFileBuffer(path));
  }

  override async readFileBuffer(path: string): Promise<Uint8Array> {
    if (CHANCE.includes(path)) return this.options.randomBytes(DEVICE_BYTES);
    if (path === ZERO) return new Uint8Array(DEVICE_BYTES);
    return super.readFileBuffer(path);
  }

  async restore(snapshot: ShellSnapshot): Promise<void> {
    for (const [path, stored] of Object.entries(snapshot.files)) await this.restoreOne(path, stored);
  }

  private async restoreOne(path: string, stored: StoredFile): Promise<void> {
    const at = new Date(stored.mtimeMs);
    switch (stored.kind) {
      case 'folder':
        await super.mkdir(path, { recursive: true });
        break;
      case 'link':
        await super.symlink(stored.target, path);
        return;
      case 'text':
        super.writeFileSync(path, utf8ToBytes(stored.text));
        break;
      case 'bytes': {
        const bytes = decodeBase64(stored.base64);
        needs(bytes, `the kept file ${path} is base64`);
        super.writeFileSync(path, bytes);
      }
    }
    await super.chmod(path, stored.mode);
    await super.utimes(path, at, at);
  }

  async store(): Promise<ShellSnapshot['files']> {
    const files: Record<string, StoredFile> = {};
    for (const path of [...this.getAllPaths()].sort()) {
      if (path === '/' || NOT_KEPT.some((root) => path === root || path.startsWith(`${root}/`))) continue;
      files[path] = await this.storeOne(path);
    }
    return files;
  }

  private async storeOne(path: string): Promise<StoredFile> {
    const { mode, mtime, isDirectory, isSymbolicLink } = await super.lstat(path);
    const about = { mode, mtimeMs: mtime.getTime() };
    if (isDirectory) return { kind: 'folder', ...about };
    if (isSymbolicLink) return { kind: 'link', target: await super.readlink(path), ...about };
    const bytes = await super.readFileBuffer(path);
    const text = bytesToUtf8(bytes);
    if (text === undefined) return { kind: 'bytes', base64: encodeBase64(bytes), ...about };
    return { kind: 'text', text, ...about };
  }
}

function bytesOf(content: WriteArguments[1], options: WriteArguments[2]): Uint8Array {
  if (typeof content !== 'string') return withoutStandIns(content);
  const encoding = typeof options === 'string' ? options : options?.encoding;
  const isByteString = encoding === 'binary' || encoding === 'latin1';
  // A text of wider characters that is called binary is text all the same.
  const bytes =
    isByteString && !/[\u0100-\uffff]/.test(content) ? byteStringToBytes(content) : utf8ToBytes(content);
  return withoutStandIns(bytes);
}
