import { decodeBase64, encodeBase64 } from '../../../base';
import { Console } from '../../shell/console.testkit';

const HOME = '/home/student';

/** A console whose files a test can put in place and take out. */
export class OpensslConsole extends Console {
  put(name: string, content: Uint8Array | string): void {
    const base64 = encodeBase64(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    const file = { kind: 'bytes', base64, mode: 0o644, mtimeMs: 0 } as const;
    this.shell = { ...this.shell, files: { ...this.shell.files, [`${HOME}/${name}`]: file } };
  }

  bytes(name: string): Buffer {
    const file = this.shell.files[`${HOME}/${name}`];
    if (file?.kind === 'text') return Buffer.from(file.text);
    if (file?.kind !== 'bytes') throw new Error(`expected a file ${name}, found ${file?.kind ?? 'none'}`);
    return Buffer.from(decodeBase64(file.base64) as Uint8Array);
  }

  text(name: string): string {
    return this.bytes(name).toString();
  }

  /** Runs what has to go well. */
  async must(source: string): Promise<string> {
    const { statements, exitCode } = await this.run(source);
    const said = statements.map(({ stdout, stderr, note }) => stdout + stderr + (note ?? '')).join('');
    if (exitCode !== 0) throw new Error(`${source}\nended with ${exitCode}: ${said}`);
    return said;
  }
}
