import { isObject, parseJson, type JsonObject } from '../json.ts'
import { post } from '../post.ts'
import { keepFile } from '../state/files.ts'
import { findMessage } from '../state/lookup.ts'
import type { State, StoredFile } from '../state/model.ts'
import { numberOf, refuse, textOf, type ApiMethod } from './answer.ts'
import { readSoundBody, refuseBody } from './chat.ts'
import { apiFile } from './message.ts'
import { reachForPosting } from './reach.ts'

// https://docs.slack.dev/reference/methods/files.getUploadURLExternal and its neighbours

export const getUploadUrl: ApiMethod = (core, args) => {
  const name = textOf(args, 'filename')
  const bytes = numberOf(args, 'length', 0)
  if (name === '' || bytes <= 0) return refuse('invalid_arguments')
  const file = core.uploads.announce({ name, bytes, altText: textOf(args, 'alt_txt') })
  return { ok: true, upload_url: `${core.origin()}/upload/v1/${file.id}`, file_id: file.id }
}

export const completeUpload: ApiMethod = (core, args, token) => {
  const state = core.live.current()
  const named = readNamed(args['files'])
  if (named === undefined) return refuse('invalid_arguments')
  const channelId = textOf(args, 'channel_id')
  const reach = channelId === '' ? undefined : reachForPosting(state, channelId, token)
  if (reach?.ok === false) return reach
  const files: StoredFile[] = []
  for (const { id, title } of named) {
    const file = core.uploads.take(id)
    if (file === undefined) return refuse('file_not_found')
    files.push({
      id,
      name: file.name,
      title: title || file.name,
      altText: file.altText,
      mimeType: mimeTypeOf(file.name),
      contentBase64: file.content.toString('base64'),
    })
  }
  for (const file of files) core.live.apply((now) => keepFile(now, file))
  const comment = textOf(args, 'initial_comment')
  const hasBody = comment !== '' || args['blocks'] !== undefined
  const body = hasBody ? readSoundBody(core.live.current(), { ...args, text: comment }) : undefined
  if (body?.ok === false) return refuseBody(body.problems)
  if (reach !== undefined) {
    post(core, {
      ...(body?.value ?? { text: '', blocks: [] }),
      channelId: reach.channel.id,
      userId: state.app.botUserId,
      threadTs: findMessage(state, reach.channel.id, textOf(args, 'thread_ts'))?.ts,
      fileIds: files.map(({ id }) => id),
    })
  }
  return { ok: true, files: files.map((file) => apiFile(file, core.origin())) }
}

export const fileInfo: ApiMethod = (core, args) => {
  const file = findFile(core.live.current(), textOf(args, 'file'))
  return file === undefined
    ? refuse('file_not_found')
    : { ok: true, file: apiFile(file, core.origin()) }
}

export function findFile(state: State, id: string): StoredFile | undefined {
  return state.files.find((file) => file.id === id)
}

function readNamed(
  value: unknown,
): readonly { readonly id: string; readonly title: string }[] | undefined {
  const list: unknown = typeof value === 'string' ? parseJson(value) : value
  if (!Array.isArray(list) || list.length === 0) return undefined
  const named = list.filter((each): each is JsonObject => isObject(each))
  if (named.length < list.length || named.some(({ id }) => typeof id !== 'string')) return undefined
  return named.map((file) => ({ id: textOf(file, 'id'), title: textOf(file, 'title') }))
}

const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  json: 'application/json',
}

/** What a file is, by the end of its name; text where it is not known. */
function mimeTypeOf(name: string): string {
  return mimeTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain'
}
