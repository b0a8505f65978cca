import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './ensure/stamp.mjs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest: {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
} = JSON.parse(read('package.json'));
const readme = read('README.md');
const contributing = read('CONTRIBUTING.md');

describe('what we tell newcomers', () => {
  it('every npm command of the README and CONTRIBUTING exists', () => {
    const text = readme + contributing;
    const named = [...text.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test))\b/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('every script that is started by name stands in the README', () => {
    const names = Object.keys(manifest.scripts);
    const started = names.filter((name) => !names.some((other) => name === `pre${other}`));
    expect(started.filter((name) => !new RegExp(`npm (run (--silent )?)?${name}\\b`).test(readme))).toEqual(
      [],
    );
  });

  it('every file and folder that they name exists', () => {
    const places = [
      ...(readme + contributing).matchAll(/`((?:app|components|content|e2e|lib|scripts)\/[\w./-]*)`/g),
    ];
    expect(places.map(([, place]) => place ?? '').filter((place) => !existsSync(join(root, place)))).toEqual([
      'content/diagrams/ID.yaml',
      'content/presets/ID.yaml',
    ]);
  });

  it('every file that a script starts exists', () => {
    const files = Object.values(manifest.scripts).flatMap((line) => line.match(/scripts\/[\w.-]+/g) ?? []);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('every dependency has a reason in CONTRIBUTING, and no reason stands without its dependency', () => {
    const rows = [...contributing.matchAll(/^\| `([^`]+)` \| [^|]{10,} \|$/gm)].map(([, name]) => name ?? '');
    const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(rows.filter((name) => !name.startsWith('npm ') && !name.startsWith('npx ')).sort()).toEqual(
      wanted.sort(),
    );
  });

  it('every version is pinned exactly', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
