import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { pageHeaders, readPageFile } from '../../../src/workspace/http/page-files.ts'
import { bundlePage, isOlder } from '../../../tools/page-bundle.ts'

/** The most that the whole page may weigh on its way to the browser, in bytes. */
const maximumGzipBytes = 600 * 1024

let folder = ''
const names = ['icon.svg', 'index.html', 'page.css', 'page.js']
const read = (name: string) => readFile(join(folder, name))

beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'eksip-page-'))}/`
  await bundlePage(folder)
})

afterAll(() => rm(folder, { recursive: true }))

describe('the bundle', () => {
  test('is one page, one script, one style sheet and an icon', async () => {
    expect((await readdir(folder)).toSorted()).toEqual(names)
  })

  test('weighs less than 600 KB compressed', async () => {
    const sizes = await Promise.all(names.map(async (name) => gzipSync(await read(name)).length))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(maximumGzipBytes)
  })

  test('asks nothing of any other place', async () => {
    const css = String(await read('page.css'))
    expect(css.match(/@import|url\((?!["']?(?:data:|#))/g)).toBeNull()
    const html = String(await read('index.html'))
    expect(html.match(/(?:src|href)="[^"]+"/g)).toEqual([
      'href="/icon.svg"',
      'href="/page.css"',
      'src="/page.js"',
    ])
  })
})

test('a bundle is older than its sources until it is built', async () => {
  expect(await isOlder(folder)).toBe(false)
  expect(await isOlder(join(folder, 'nothing/'))).toBe(true)
})

describe('the server', () => {
  test.each([
    ['/', 'text/html'],
    ['/page.js', 'text/javascript'],
    ['/page.css', 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
  ])('gives %s as %s', async (path, type) => {
    const file = await readPageFile(path, pathToFileURL(folder))
    expect(file?.type).toBe(`${type}; charset=utf-8`)
    expect(file?.bytes.length).toBeGreaterThan(100)
  })

  test.each(['/main.tsx', '/tsconfig.json', '/bundle/page.js', '/../page-files.ts'])(
    'does not give %s',
    async (path) => {
      expect(await readPageFile(path, pathToFileURL(folder))).toBeUndefined()
    },
  )

  test('says what to run when the page is not built', async () => {
    const nowhere = pathToFileURL(join(folder, 'nothing/'))
    expect(String((await readPageFile('/', nowhere))?.bytes)).toContain('npm run page')
    expect(await readPageFile('/page.js', nowhere)).toBeUndefined()
  })

  test('lets the page load only its own script and style', () => {
    const policy = pageHeaders['content-security-policy']
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})

test('no source of the page makes markup of text', async () => {
  const sources = new URL('../../../src/workspace/page/', import.meta.url)
  const files = (await readdir(sources)).filter((name) => /\.tsx?$/.test(name))
  expect(files.length).toBeGreaterThan(40)
  for (const name of files) {
    const source = await readFile(new URL(name, sources), 'utf8')
    expect(`${name}\n${source}`).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|dangerouslySet/,
    )
  }
})
