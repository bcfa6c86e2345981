import { afterEach, beforeEach, expect, test } from 'vitest'

import { payloadOf, postJson, startScene, call, type Scene } from './fake-bot.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const input = (id: string, element: object) => ({
  type: 'input',
  block_id: id,
  label: plain(id),
  optional: true,
  element: { ...element, action_id: id },
})
const modal = {
  type: 'modal',
  title: plain('Decide'),
  submit: plain('Send'),
  blocks: [
    input('plans', { type: 'file_input', filetypes: ['csv'], max_files: 2 }),
    input('why', { type: 'rich_text_input' }),
  ],
}
const reason = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: 'fits', style: { bold: true } }],
    },
  ],
}

let scene: Scene
const user = () => scene.workspace.user('ada')

beforeEach(async () => {
  scene = await startScene(
    async ({ form }) => {
      const trigger_id = form.get('trigger_id')
      if (form.has('command')) await call(scene, 'views.open', { trigger_id, view: modal })
      return {}
    },
    { now: () => 1_700_000_000_000 },
  )
  await postJson(`${scene.workspace.url}workspace/type`, {
    user: 'ada',
    channel: '#capacity',
    text: '/eksip',
  })
})

afterEach(() => scene.stop())

const bytes = { 'content-type': 'application/octet-stream' }

function upload(name: string, headers: Record<string, string> = bytes, body = 'node,pods\n') {
  const query = new URLSearchParams({ user: 'ada', name })
  const url = `${scene.workspace.url}workspace/upload?${query.toString()}`
  return fetch(url, { method: 'POST', headers, body })
}

async function uploadedId(name: string): Promise<string> {
  const { file } = Object.assign({ file: { id: '' } }, await (await upload(name)).json())
  return file.id
}

async function submit(form: object) {
  const viewId = user().modal()?.id
  return postJson(`${scene.workspace.url}workspace/submit`, { user: 'ada', viewId, form })
}

test('chosen files and rich text are sent as Slack sends them', async () => {
  const id = await uploadedId('plan é.csv')
  const form = { plans: { plans: [id] }, why: { why: reason } }
  expect((await submit(form)).json).toEqual({ ok: true })
  const address = `${scene.workspace.url}files/${id}/plan%20%C3%A9.csv`
  expect(payloadOf(scene.received.at(-1))).toMatchObject({
    view: {
      state: {
        values: {
          plans: {
            plans: {
              type: 'file_input',
              files: [
                {
                  id: expect.stringMatching(/^F\w+$/),
                  name: 'plan é.csv',
                  title: 'plan é.csv',
                  mimetype: 'text/csv',
                  filetype: 'csv',
                  user: 'U0ADA',
                  created: 1_700_000_000,
                  size: 10,
                  url_private: address,
                },
              ],
            },
          },
          why: { why: { type: 'rich_text_input', rich_text_value: reason } },
        },
      },
    },
  })
  expect(await (await fetch(address)).text()).toBe('node,pods\n')
})

test('nothing chosen is no file and no text', async () => {
  await submit({})
  expect(payloadOf(scene.received.at(-1))).toMatchObject({
    view: { state: { values: { plans: { plans: { files: [] } }, why: { why: {} } } } },
  })
})

test('what a file input does not take stands beside it, in the words of the user', async () => {
  user().speaks('fr-FR')
  const ids = await Promise.all(['a.csv', 'b.csv', 'c.csv'].map(uploadedId))
  const errors = async (plans: readonly string[]) => (await submit({ plans: { plans } })).json
  expect(await errors(ids)).toMatchObject({ errors: { plans: 'Choisissez au plus 2 fichiers.' } })
  expect(await errors([await uploadedId('d.pdf')])).toMatchObject({
    errors: { plans: expect.stringContaining('d.pdf n’est pas de l’un de ces types') },
  })
})

test.each<[string, object, number]>([
  ['a file that is not there', { plans: { plans: ['F0'] } }, 404],
  ['a block of another kind', { why: { why: { type: 'divider' } } }, 400],
  ['rich text with a part of its own', { why: { why: { ...reason, size: 3 } } }, 400],
])('%s is refused', async (_name, form, status) => {
  expect((await submit(form)).status).toBe(status)
})

test('nobody can use the file of another', async () => {
  const others = scene.workspace.user('oliver').uploads('plan.csv', Buffer.from('x'))
  expect((await submit({ plans: { plans: [others] } })).status).toBe(404)
})

test.each<[string, Record<string, string>, number]>([
  ['a form of another page', { 'content-type': 'text/plain' }, 415],
  ['another site', { ...bytes, origin: 'https://evil.test' }, 403],
])('no file comes from %s', async (_name, headers, status) => {
  expect((await upload('plan.csv', headers)).status).toBe(status)
})

test('a file needs a name and a user', async () => {
  expect((await upload('')).status).toBe(400)
  const stranger = `${scene.workspace.url}workspace/upload?user=nobody&name=x`
  expect((await fetch(stranger, { method: 'POST', headers: bytes, body: 'x' })).status).toBe(404)
})
