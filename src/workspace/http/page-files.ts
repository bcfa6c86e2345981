import { readFile } from 'node:fs/promises'

const scripts = [
  'page.js',
  'connection.js',
  'composer.js',
  'messages.js',
  'blocks.js',
  'elements.js',
  'rich-text.js',
  'text.js',
  'mrkdwn.js',
  'dom.js',
]

/** The page's files by their address. Nothing else of the disk is served. */
const files: ReadonlyMap<string, { readonly name: string; readonly type: string }> = new Map([
  ['/', { name: 'index.html', type: 'text/html' }],
  ['/page.css', { name: 'page.css', type: 'text/css' }],
  ['/icon.svg', { name: 'icon.svg', type: 'image/svg+xml' }],
  ...scripts.map((name) => [`/${name}`, { name, type: 'text/javascript' }] as const),
])

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
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const file = files.get(path)
  if (file === undefined) return undefined
  const bytes = await readFile(new URL(`../page/${file.name}`, import.meta.url))
  return { type: `${file.type}; charset=utf-8`, bytes }
}
