import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openPlace } from '../../../src/database/embedded/place.ts'
import { startEmbedded } from '../../../src/database/embedded/start.ts'
import { NOBODY } from '../../../src/database/embedded/user.ts'
import { newFolder } from './folders.ts'
import { query } from './query.ts'

// Making data takes a second or two, so the tests go on with that of the first one.
const folder = newFolder(afterAll)
const place = openPlace(folder)

test('a new server answers on this machine only, and only to its password', async () => {
  const { url, stop } = await startEmbedded({ folder })
  const settings = await query(
    url,
    `SELECT current_setting('listen_addresses') AS listens,
            current_setting('unix_socket_directories') AS sockets,
            current_setting('fsync') AS fsync`,
  )
  expect(settings).toEqual([{ listens: '127.0.0.1', sockets: '', fsync: 'on' }])
  const guessed = new URL(url)
  guessed.password = 'guessed'
  await expect(query(guessed.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  expect(statSync(place.state).mode & 0o077).toBe(0)
  const ourUid = process.getuid?.() ?? 0
  // Postgres refuses to run as root.
  const serverUid = process.getuid?.() === 0 ? NOBODY.uid : ourUid
  expect(statSync(place.data).uid).toBe(serverUid)
  await stop()
})

test('a second start finds the data again, at the same address', async () => {
  const first = await startEmbedded({ folder })
  await query(first.url, 'CREATE TABLE note AS SELECT 42 AS number')
  await first.stop()
  await expect(query(first.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await first.stop()

  const second = await startEmbedded({ folder })
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'SELECT number FROM note')).toEqual([{ number: 42 }])
  await second.stop()

  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  const third = await startEmbedded({ folder })
  expect(new URL(third.url).port).not.toBe(new URL(first.url).port)
  expect(await query(third.url, 'SELECT number FROM note')).toEqual([{ number: 42 }])
  await third.stop()
  squatter.close()
})

/** What a place holds, but for the programs that root keeps there when their own folder is closed. */
function contents(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('programs-'))
    .toSorted()
}

test('a throwaway server makes good what a start left unfinished, and leaves nothing itself', async () => {
  const own = newFolder()
  const unfinished = openPlace(own)
  mkdirSync(path.join(`${unfinished.data}.new`, 'base'), { recursive: true })
  writeFileSync(path.join(`${unfinished.data}.new`, 'PG_VERSION'), '18\n')
  writeFileSync(unfinished.state, JSON.stringify({ port: null, password: 'of the first try' }))
  const { url, stop } = await startEmbedded({ folder: own, throwaway: true })
  expect(await query(url, 'SHOW fsync')).toEqual([{ fsync: 'off' }])
  expect(contents(unfinished.folder)).toEqual(['data', 'server.json', 'server.log'])
  await stop()
  expect(contents(unfinished.folder)).toEqual([])
})

describe('what cannot work is said with its remedy', () => {
  test('a folder without programs', async () => {
    const programs = newFolder()
    await expect(startEmbedded({ folder: newFolder(), programs })).rejects.toThrow(
      `EKSIP_POSTGRES_BIN is ${programs}, and there is no program postgres in it that runs here. ` +
        'Set it to a folder such as /usr/lib/postgresql/18/bin, or set DATABASE_URL to a Postgres of your own.',
    )
  })

  // The last of these tests: nothing is left to go on with.
  test('data of another version, a damaged server, a lost password', async () => {
    writeFileSync(path.join(place.data, 'PG_VERSION'), '12\n')
    await expect(startEmbedded({ folder })).rejects.toThrow(
      /was made by Postgres 12; .* has Postgres \d+\. Set EKSIP_POSTGRES_BIN/,
    )
    writeFileSync(path.join(place.data, 'PG_VERSION'), '18\n')
    writeFileSync(path.join(place.data, 'postgresql.conf'), 'no_such_setting = 1\n')
    await expect(startEmbedded({ folder })).rejects.toThrow(
      /did not start:.*no_such_setting.*or set DATABASE_URL/s,
    )
    rmSync(place.state)
    await expect(startEmbedded({ folder })).rejects.toThrow(/server\.json is missing or damaged/)
    writeFileSync(place.state, '{"port":')
    await expect(startEmbedded({ folder })).rejects.toThrow(/server\.json is missing or damaged/)
  })
})
