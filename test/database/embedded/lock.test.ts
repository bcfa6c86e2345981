import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withLock } from '../../../src/database/embedded/lock.ts'
import { newFolder } from './folders.ts'

function newLock(): string {
  return path.join(newFolder(), 'lock')
}

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

/** Runs ten works at once; returns how many were at work at the same time, at most. */
async function mostAtOnce(lock: string): Promise<number> {
  let atWork = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++atWork)
    await sleep(5)
    atWork--
  }
  await Promise.all(Array.from({ length: 10 }, () => withLock(lock, work)))
  return most
}

test('one at a time', async () => {
  const lock = newLock()
  expect(await mostAtOnce(lock)).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test.each([
  ['of a process that was killed', deadPid],
  ['of this process, from before its container was restarted', () => process.pid],
])('a lock %s is taken over by one', async (_, owner) => {
  const lock = newLock()
  writeFileSync(lock, String(owner()))
  expect(await mostAtOnce(lock)).toBe(1)
})

test('a lock without an owner is taken over when it is some seconds old', async () => {
  const lock = newLock()
  writeFileSync(lock, '')
  await expect(withLock(lock, async () => 'done', 100)).rejects.toThrow(/remove .*lock/)
  const earlier = Date.now() / 1_000 - 6
  utimesSync(lock, earlier, earlier)
  // So is the lock of whoever was killed while taking a lock over.
  writeFileSync(`${lock}.stale`, String(deadPid()))
  utimesSync(`${lock}.stale`, earlier, earlier)
  expect(await withLock(lock, async () => 'done')).toBe('done')
})

test('a live owner is waited for, and named when it takes too long', async () => {
  const lock = newLock()
  // Alive as long as this test: the process that started it.
  writeFileSync(lock, String(process.ppid))
  await expect(withLock(lock, async () => {}, 100)).rejects.toThrow(`Process ${process.ppid}`)
  setTimeout(() => rmSync(lock), 50)
  expect(await withLock(lock, async () => 'done')).toBe('done')
})

test('what fails gives the lock back', async () => {
  const lock = newLock()
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})
