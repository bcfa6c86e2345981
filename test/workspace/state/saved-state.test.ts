import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { shownText } from '../../../src/workspace/shown-text.ts'
import { seedManifest } from '../../../src/workspace/state/seed.ts'
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../../src/workspace/workspace.ts'
import { botToken, call, startScene, type Scene } from '../fake-bot.ts'

let folder: string
let stateFile: string
let workspace: Workspace | undefined
let warnings: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-'))
  stateFile = join(folder, 'of', 'nothing', 'workspace.json')
  warnings = []
})

afterEach(async () => {
  await workspace?.stop()
  await rm(folder, { recursive: true })
})

async function start(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  await workspace?.stop()
  workspace = await startWorkspace({
    port: 0,
    signingSecret: 'secret',
    botToken,
    stateFile,
    manifest: { ...seedManifest, botScopes: [...seedManifest.botScopes, 'files:write'] },
    warn: (sentence) => void warnings.push(sentence),
    ...options,
  })
  return workspace
}

const modal = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] }
const home = { type: 'home', blocks: [{ type: 'divider' }] }

test('what was said, shown and set is there after a restart', async () => {
  const first = await start()
  const [message] = await first.user('ada').types('#capacity', 'good morning')
  await first.user('ada').types('#platform', '/invite @eksip')
  first.user('ada').speaks('fr-FR')
  await call({ workspace: first }, 'views.publish', { user_id: 'U0ADA', view: home })
  const posted = { channel: 'C0CAPACITY', thread_ts: message?.ts, blocks: [{ type: 'divider' }] }
  const { ts } = await call({ workspace: first }, 'chat.postMessage', posted)
  await call({ workspace: first }, 'chat.update', { channel: 'C0CAPACITY', ts, text: 'edited' })
  const before = first.messages('#capacity')

  const second = await start()
  expect(second.messages('#capacity')).toEqual(before)
  const body = { user: 'U0ADA', include_locale: true }
  expect(await call({ workspace: second }, 'users.info', body)).toMatchObject({
    user: { locale: 'fr-FR' },
  })
  const toPlatform = { channel: 'C0PLATFORM', text: 'a member still' }
  expect(await call({ workspace: second }, 'chat.postMessage', toPlatform)).toMatchObject({
    ok: true,
  })
  expect(Number(second.messages('#platform').at(-1)?.ts)).toBeGreaterThan(Number(ts))
  expect(warnings).toEqual([])
})

test('whispers and open modals are gone after a restart', async () => {
  const scene: Scene = await startScene(
    async ({ form }) => {
      await call(scene, 'views.open', { trigger_id: form.get('trigger_id'), view: modal })
      return {}
    },
    { stateFile },
  )
  await scene.workspace.user('ada').types('#capacity', '/nonsense')
  await scene.workspace.user('ada').types('#capacity', '/eksip')
  expect(scene.workspace.messages('#capacity')).toHaveLength(1)
  expect(scene.workspace.user('ada').modal()?.title?.text).toBe('x')
  await scene.stop()
  const next = await start()
  expect(next.messages('#capacity')).toEqual([])
  expect(next.user('ada').modal()).toBeUndefined()
})

test('a fresh workspace begins anew and is kept from then on', async () => {
  await (await start()).user('ada').types('#capacity', 'old')
  const fresh = await start({ fresh: true })
  expect(fresh.messages('#capacity')).toEqual([])
  await fresh.user('ada').types('#capacity', 'new')
  expect((await start()).messages('#capacity').map(shownText)).toEqual(['new'])
})

test('changes are written while the workspace runs', async () => {
  await (await start()).user('ada').types('#capacity', 'hello')
  await expect.poll(() => readFile(stateFile, 'utf8').catch(() => '')).toContain('hello')
  expect(await readdir(join(folder, 'of', 'nothing'))).toEqual(['workspace.json'])
})

test('without a file nothing is kept', async () => {
  await (await start({ stateFile: null })).user('ada').types('#capacity', 'hello')
  await start({ stateFile: null })
  expect(await readdir(folder)).toEqual([])
})

describe('a file that cannot be read', () => {
  test.each([
    ['is no JSON', 'nonsense'],
    ['is of another version', '{"version":2}'],
    ['holds a message without a text', '{"version":1,"messages":[{"ts":"1"}]}'],
  ])('because it %s is put aside', async (_name, content) => {
    stateFile = join(folder, 'workspace.json')
    await writeFile(stateFile, content)
    expect((await start()).messages('#capacity')).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(`${stateFile}.unreadable`)])
    expect(await readFile(`${stateFile}.unreadable`, 'utf8')).toBe(content)
  })

  test('nor written is said, and the workspace goes on', async () => {
    await writeFile(join(folder, 'file'), '')
    stateFile = join(folder, 'file', 'workspace.json')
    const running = await start()
    await running.user('ada').types('#capacity', 'hello')
    await expect
      .poll(() => warnings)
      .toEqual([
        `The saved workspace could not be read (look at ${stateFile}); a new one begins.`,
        expect.stringContaining('The workspace could not be saved: '),
      ])
    expect(running.messages('#capacity')).toHaveLength(1)
  })
})
