import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeEach, expect, test } from 'vitest'

import { claimFolder } from '../../src/workspace/claim-folder.ts'

const above = mkdtempSync(path.join(tmpdir(), 'eksip-claim-'))
const folder = path.join(above, 'own')
const file = path.join(folder, 'workspace.pid')
beforeEach(() => rmSync(folder, { recursive: true, force: true }))
afterAll(() => rmSync(above, { recursive: true, force: true }))

const server = createServer().listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())
const bound = server.address()
const open = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`

/** Nothing listens on the port that the system gave to somebody and took back. */
const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const freed = probe.address()
const closed = `http://127.0.0.1:${typeof freed === 'object' ? freed?.port : ''}/`
await once(probe.close(), 'close')

const living = process.ppid
const dead = spawnSync(process.execPath, ['--version']).pid

test('a folder is claimed once, until it is released', async () => {
  const claim = await claimFolder(folder)
  await claim.open(open)
  await expect(claimFolder(folder)).rejects.toThrow(
    `A local workspace is open in the folder ${folder} already at ${open}; ` +
      'open that one, stop it, or name another folder in EKSIP_FOLDER.',
  )
  await claim.release()
  expect(existsSync(file)).toBe(false)
  await claimFolder(folder)
})

test('of two that start at once in a folder one is refused', async () => {
  await claimFolder(folder)
  writeFileSync(file, JSON.stringify({ pid: living }))
  await expect(claimFolder(folder)).rejects.toThrow(`already, started by process ${living};`)
})

test.each([
  ['a process that was killed', JSON.stringify({ pid: dead, url: open })],
  ['one that was killed at its start', JSON.stringify({ pid: dead })],
  ['one whose id is another’s by now', JSON.stringify({ pid: living, url: closed })],
  ['this process, before its container was restarted', JSON.stringify({ pid: process.pid })],
  ['one that was killed while it wrote', '{"pid":'],
])('what is left of %s keeps nobody out', async (_, left) => {
  await (await claimFolder(folder)).release()
  writeFileSync(file, left)
  const claim = await claimFolder(folder)
  await claim.open(open)
  await expect(claimFolder(folder)).rejects.toThrow(open)
})
