import { readFile } from 'node:fs/promises'

/** The page's files by their address. Nothing else of the disk is served. */
const files: ReadonlyMap<string, { readonly name: string; readonly type: string }> = new Map([
  ['/', { name: 'index.html', type: 'text/html' }],
  ['/page.js', { name: 'page.js', type: 'text/javascript' }],
  ['/page.css', { name: 'page.css', type: 'text/css' }],
  ['/icon.svg', { name: 'icon.svg', type: 'image/svg+xml' }],
])

/** Where the page is bundled to, by `npm run page`, which `npm ci` runs, too. */
const bundle = new URL('../page/bundle/', import.meta.url)

/** What is shown in the page's place when it was not built. */
const notBuilt =
  'The page is not built yet: run "npm run page" in the folder of the project, then load this again.'

/** The headers that keep the page to itself: its own script and style, and no frame around it. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
    "img-src 'self' https: http://127.0.0.1:*; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** A file of the page, or undefined when there is none at this address. */
export async function readPageFile(
  path: string,
  folder: URL = bundle,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const file = files.get(path)
  if (file === undefined) return undefined
  try {
    const bytes = await readFile(new URL(file.name, folder))
    return { type: `${file.type}; charset=utf-8`, bytes }
  } catch {
    return path === '/'
      ? { type: 'text/plain; charset=utf-8', bytes: Buffer.from(notBuilt) }
      : undefined
  }
}
