import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, encodeBase64 } from '../../base';
import { bytesToShellText, shellTextToBytes } from './bytes-as-text';
import { Console } from './console.testkit';

/** Ways of a file's bytes through the shell; each ends in a hex dump. */
const WAYS: Readonly<Record<string, string>> = {
  'a pipe': 'cat in | xxd -p',
  'a pipe of three': 'cat in | cat | cat | xxd -p',
  'a redirection': 'cat in > out; xxd -p out',
  'an appended file': 'cat in > out; cat in >> out; head -c "$(wc -c < in)" out | xxd -p',
  'a process substitution': 'cat <(cat in) | xxd -p',
  'a process substitution of two statements': 'cat <(true; cat in) | xxd -p',
  'a group': '{ cat in; } | xxd -p',
  'a subshell': '( cat in ) | xxd -p',
  'a subshell that goes to a file': '( cat in ) > out; xxd -p out',
  'a function': 'f() { cat in; }; f | xxd -p',
  'a function that goes to a file': 'f() { cat in; }; f > out; xxd -p out',
  'an if': 'if true; then cat in; fi | xxd -p',
  'a loop': 'for i in 1; do cat in; done | xxd -p',
  'a case': 'case a in a) cat in;; esac | xxd -p',
  'base64 and back': 'base64 in | base64 --decode | xxd -p',
  'base64 and back in a substitution': 'cat <(base64 in | base64 -d) | xxd -p',
  tee: 'cat in | tee out > /dev/null; xxd -p out',
  'hex and back': 'xxd -p in | xxd -r -p | xxd -p',
};

const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });

async function through(way: string, content: Uint8Array): Promise<string> {
  const shell = new Console();
  const file = { kind: 'bytes', base64: encodeBase64(content), mode: 0o644, mtimeMs: 0 } as const;
  shell.shell = { ...shell.shell, files: { ...shell.shell.files, '/home/student/in': file } };
  return (await shell.say(way)).replace(/\n/g, '');
}

describe('bytes in the shell', () => {
  for (const [name, way] of Object.entries(WAYS)) {
    it(`are the same after ${name}`, async () => {
      for (const hex of ['00ff8041', 'e697a5c3a9e28282ff0a0d00']) {
        const content = Uint8Array.from(Buffer.from(hex, 'hex'));
        expect(await through(way, content)).toBe(hex);
      }
    });
  }

  it('lose a character that no text uses, because it stands for a byte on the way', async () => {
    expect(await through('cat in | xxd -p', Uint8Array.from(Buffer.from('f48f9e80', 'hex')))).toBe('80');
  });

  it('are the same whatever they are, in a function whose output goes through a substitution into a file', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const way = 'f() { cat in; }; if true; then cat <(f) > out; fi; xxd -p out';
        expect(await through(way, content)).toBe(bytesToHex(content));
      }),
      { numRuns: 15, seed: 20261122 },
    );
  });

  it('stay the same in a variable, where bash would keep them', async () => {
    expect(await through(`x=$(cat in); printf '%s' "$x" | xxd -p`, Uint8Array.of(0xff, 0x80, 0x41))).toBe(
      'ff8041',
    );
  });

  it('are printed by printf and echo -e from escapes', async () => {
    const shell = new Console();
    expect(
      await shell.say(
        String.raw`printf '\xff\x00\xc3\xa9' | xxd -p; echo -en '\x80A' | xxd -p; printf 'é' | xxd -p`,
      ),
    ).toBe('ff00c3a9\n8041\nc3a9\n');
  });

  it('travel as text and come back, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        fc.pre(!bytesToHex(content).includes('f48f9'));
        expect(bytesToHex(shellTextToBytes(bytesToShellText(content)))).toBe(bytesToHex(content));
      }),
    );
  });

  it('that are text travel as that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(bytesToShellText(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });
});
