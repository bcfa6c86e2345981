// Builds the web page of the local workspace: one script, one style sheet, index.html, icon.
import { cp, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/workspace/page/', import.meta.url))

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

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePage()
