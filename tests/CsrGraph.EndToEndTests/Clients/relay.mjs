// Relay's compiler accepts the schema, its node and its connections.   usage: relay.mjs SDL_FILE FOLDER
import { copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';

const [, , sdl, folder] = process.argv;
const here = import.meta.dirname;
mkdirSync(join(folder, 'src', '__generated__'), { recursive: true });
cpSync(join(here, 'relay'), join(folder, 'src'), { recursive: true });
copyFileSync(sdl, join(folder, 'schema.graphql'));
writeFileSync(join(folder, 'package.json'), '{}');
writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({
  src: './src', schema: './schema.graphql', language: 'typescript', artifactDirectory: './src/__generated__', eagerEsModules: true,
}));
execFileSync(process.execPath, [join(here, 'node_modules/relay-compiler/cli.js'), '--repersist', 'relay.config.json'], { cwd: folder, stdio: 'inherit' });
const made = readdirSync(join(folder, 'src', '__generated__'));
if (made.length < 3) throw new Error(`only made ${made}`);
console.log(`${made.length} artifacts are made`);
