import { writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openPlace } from '../../../src/database/embedded/place.ts'
import { postmasterFile, readPostmaster } from '../../../src/database/embedded/postmaster.ts'
import { isAlive } from '../../../src/database/embedded/process.ts'
import { startEmbedded } from '../../../src/database/embedded/start.ts'
import { newFolder } from './folders.ts'
import { query } from './query.ts'
import { until } from './until.ts'
import { startUser } from './user.ts'

const folder = newFolder(afterAll)
const { data } = openPlace(folder)

function serverPid(): number {
  const postmaster = readPostmaster(data)
  if (postmaster === undefined) throw new Error('No server runs.')
  return postmaster.pid
}

function isRunning(): boolean {
  return readPostmaster(data) !== undefined
}

/** The server notices a moment later that the connection of a killed user is gone. */
async function untilAlone(url: string): Promise<void> {
  await until(async () => {
    const users = await query(
      url,
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'eksip user'",
    )
    return users.length === 1
  })
}

test('programs that start at once share a server, and the last one who leaves stops it', async () => {
  const users = await Promise.all([startUser(folder), startUser(folder), startEmbedded({ folder })])
  const [first, second, ourselves] = users
  expect(new Set(users.map(({ url }) => url)).size).toBe(1)
  const pid = serverPid()

  await first.leave()
  expect(await query(ourselves.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await second.kill()
  expect(serverPid()).toBe(pid)
  await untilAlone(ourselves.url)
  await ourselves.stop()
  expect(isRunning()).toBe(false)
})

test('a server that killed users left behind is joined, and then stopped', async () => {
  const killed = await startUser(folder)
  const pid = serverPid()
  await killed.kill()
  expect(isAlive(pid)).toBe(true)

  const { url, stop } = await startEmbedded({ folder })
  expect(url).toBe(killed.url)
  expect(serverPid()).toBe(pid)
  await stop()
  expect(isRunning()).toBe(false)
})

test('a server that was killed is started again, with every row it had confirmed', async () => {
  const before = await startEmbedded({ folder })
  await query(before.url, 'CREATE TABLE note (number integer)')
  for (let number = 1; number <= 20; number++) {
    await query(before.url, `INSERT INTO note VALUES (${number})`)
  }
  const pid = serverPid()
  process.kill(pid, 'SIGKILL')

  const after = await startEmbedded({ folder })
  expect(serverPid()).not.toBe(pid)
  expect(await query(after.url, 'SELECT count(*)::int FROM note')).toEqual([{ count: 20 }])
  // At the same address, and so the first user goes on as well.
  expect(await query(before.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await after.stop()
  await before.stop()
  expect(isRunning()).toBe(false)
})

test('users can leave a server that is gone', async () => {
  const first = await startEmbedded({ folder })
  const second = await startEmbedded({ folder })
  const pid = serverPid()
  process.kill(pid, 'SIGINT')
  await until(() => !isRunning())
  await first.stop()
  await second.stop()
  expect(isRunning()).toBe(false)
})

test('the process id of a killed server may be of another process by now', async () => {
  const before = await startEmbedded({ folder })
  const port = new URL(before.url).port
  await before.stop()
  const lines = [process.pid, data, 1_700_000_000, port, '', '127.0.0.1', '  1  1', 'ready   ', '']
  writeFileSync(postmasterFile(data), lines.join('\n'))

  const after = await startEmbedded({ folder })
  expect(await query(after.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await after.stop()
})
