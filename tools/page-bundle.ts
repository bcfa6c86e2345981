// Builds the web page of the local workspace: one script, one style sheet, index.html, icon.
// With --if-older only where the bundle is missing or older than its sources.
import { cp, mkdir, readdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/workspace/page/', import.meta.url))

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url))

/** Where the workspace serves the page from. */
export const bundleFolder = `${source}bundle/`

/** Bundles the page into a folder that exists already or is made. Takes about half a second. */
export async function bundlePage(folder: string = bundleFolder): Promise<void> {
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [
      { in: `${source}main.tsx`, out: 'page' },
      { in: `${source}page.css`, out: 'page' },
    ],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'eof',
    logLevel: 'warning',
  })
  await Promise.all(['index.html', 'icon.svg'].map((name) => cp(source + name, folder + name)))
}

/** Whether a source, or what the sources are built with, is newer than the bundle, or there is none. */
export async function isOlder(folder: string = bundleFolder): Promise<boolean> {
  const built = await changedMs(`${folder}page.js`)
  const names = await readdir(source)
  const sources = [...names.map((name) => source + name), lockFile, fileURLToPath(import.meta.url)]
  const changed = await Promise.all(
    sources.filter((path) => !path.endsWith('bundle')).map((path) => changedMs(path)),
  )
  return Math.max(...changed) > built
}

/** When a file was changed, in ms since 1970; 0 if there is none. */
async function changedMs(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isWanted = !process.argv.includes('--if-older') || (await isOlder())
  if (isWanted) await bundlePage()
}
