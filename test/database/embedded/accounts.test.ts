import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { npmPrograms, packageFolder } from '../../../src/database/embedded/npm-package.ts'
import { openPlace, type Place } from '../../../src/database/embedded/place.ts'
import { run } from '../../../src/database/embedded/run.ts'
import { startEmbedded } from '../../../src/database/embedded/start.ts'
import { canReach } from '../../../src/database/embedded/user.ts'
import { newFolder } from './folders.ts'
import { query } from './query.ts'
import { startUser } from './user.ts'

const isRoot = process.getuid?.() === 0
/** An account that every Unix has. */
const DAEMON = { uid: 1, gid: 1 }
/** Not so where Node or this project is below a closed folder. */
const daemonRunsTests =
  isRoot && [path.dirname(process.execPath), process.cwd()].every((it) => canReach(DAEMON, it))
const isOnWindows = process.platform === 'win32'

/** A folder that only this account can open, as /root is. */
function closedFolder(): string {
  const folder = path.join(newFolder(), 'closed')
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

describe.runIf(isRoot)('under root', () => {
  test('the server of a closed folder keeps its data elsewhere, and finds it again', async () => {
    const folder = closedFolder()
    const place = openPlace(folder)
    onTestFinished(() => rmSync(place.folder, { recursive: true, force: true }))
    expect(place.folder).toMatch(/^\/var\/(lib|tmp)\/eksip-postgres-[0-9a-f]{12}$/)
    const first = await startEmbedded({ folder })
    await query(first.url, 'CREATE TABLE note ()')
    await first.stop()
    const second = await startEmbedded({ folder })
    expect(await query(second.url, 'SELECT count(*)::int FROM note')).toEqual([{ count: 0 }])
    await second.stop()
  })

  test('a folder that another account began goes on as that account', async () => {
    const folder = newFolder()
    chownSync(folder, DAEMON.uid, DAEMON.gid)
    mkdirSync(path.join(folder, 'postgres'), { mode: 0o700 })
    chownSync(path.join(folder, 'postgres'), DAEMON.uid, DAEMON.gid)
    const { stop } = await startEmbedded({ folder, throwaway: true })
    const place = openPlace(folder)
    const owners = readdirSync(place.folder).map((name) => [
      name,
      statSync(path.join(place.folder, name)).uid,
    ])
    expect(Object.fromEntries(owners)).toMatchObject({
      data: DAEMON.uid,
      'server.json': DAEMON.uid,
      'server.log': DAEMON.uid,
    })
    await stop()
  })

  test.runIf(daemonRunsTests)('a folder of root is not for another account', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'postgres'), { mode: 0o700 })
    await expect(startUser(folder, DAEMON)).rejects.toThrow(
      /belongs to another account \(uid 0\)\. Start as that account/,
    )
  })
})

test.skipIf(isOnWindows)(
  'the programs of the npm package run without its install script, and from a copy',
  async () => {
    const folder = path.join(newFolder(), 'package')
    cpSync(packageFolder() ?? '', folder, { recursive: true, filter: isNoLink })
    const place = openPlace(newFolder())
    const inPlace = npmPrograms(place, folder) ?? ''
    expect(inPlace).toBe(path.join(folder, 'native', 'bin'))
    expect(await version(inPlace, place)).toMatch(/^postgres \(PostgreSQL\) \d+/)

    if (!isRoot) return
    chmodSync(path.dirname(folder), 0o700)
    const copied = npmPrograms(place, folder) ?? ''
    expect(copied.startsWith(place.folder)).toBe(true)
    expect(await version(copied, place)).toMatch(/^postgres \(PostgreSQL\) \d+/)
  },
)

function isNoLink(file: string): boolean {
  return !lstatSync(file).isSymbolicLink()
}

async function version(programs: string, { user }: Place): Promise<string> {
  return (await run(path.join(programs, 'postgres'), ['--version'], user)).output
}
