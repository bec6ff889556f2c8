/** Writes the dashboards, or compares what they would be with what is written: `write`, `check`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { air } from './dashboards/air';
import { alerts } from './dashboards/alerts';
import { pipeline } from './dashboards/pipeline';
import { region } from './dashboards/region';
import { transit } from './dashboards/transit';
import { water } from './dashboards/water';
import { Language, LANGUAGES } from './language';
import { DASHBOARDS, HOME, ROOT } from './places';
import { REGION, REGISTRY_FILES } from './registry';
import { assemble, Content } from './shell';

const CONTENTS: ((language: Language) => Content)[] = [region, transit, air, water, alerts, pipeline];

/** Hashes of all that the dashboards are made of, and of the dashboards: who has no node can still see that they belong. */
const DIGESTS = join(DASHBOARDS, 'digests.sha256');

function generated(): Map<string, string> {
  const files = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const content of CONTENTS) {
      const made = content(language);
      const json = JSON.stringify(assemble(made, language), null, 2);
      files.set(join(DASHBOARDS, language, `${made.name}.json`), `${json}\n`);
    }
  }
  const sources = [
    ...filesUnder(join(HOME, 'src')),
    join(HOME, 'package.json'),
    join(HOME, 'package-lock.json'),
    join(HOME, 'tsconfig.json'),
    ...REGISTRY_FILES.map((file) => join(REGION, file)),
  ].map((file) => [file, readFileSync(file)] as const);
  const lines = [...sources, ...files.entries()].map(([file, content]) => `${digest(content)}  ${relative(ROOT, file)}`);
  files.set(DIGESTS, `${lines.sort(byPath).join('\n')}\n`);
  return files;
}

function byPath(one: string, other: string): number {
  return one.slice(64) < other.slice(64) ? -1 : 1;
}

function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function write(files: Map<string, string>): void {
  rmSync(DASHBOARDS, { recursive: true, force: true });
  for (const [file, content] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function check(files: Map<string, string>): void {
  const written = filesUnder(DASHBOARDS);
  const stale = [...files].filter(([file, content]) => !existsSync(file) || readFileSync(file, 'utf8') !== content);
  const unknown = written.filter((file) => !files.has(file));
  const wrong = [...stale.map(([file]) => file), ...unknown].map((file) => relative(ROOT, file));
  if (wrong.length > 0) {
    console.error(`not as the sources make them, run npm run build in grafana/: ${wrong.join(', ')}`);
    process.exitCode = 1;
  }
}

const command = process.argv[2];
if (command === 'write') {
  write(generated());
} else if (command === 'check') {
  check(generated());
} else {
  console.error('usage: main.js write|check');
  process.exitCode = 2;
}
