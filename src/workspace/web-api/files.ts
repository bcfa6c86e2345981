import { success, type Result } from '../../result.ts'
import type { BodyProblem } from '../block-kit/body.ts'
import type { Core } from '../core.ts'
import { isObject, parseJson, type JsonObject } from '../json.ts'
import { post } from '../post.ts'
import { storeUpload } from '../store-upload.ts'
import { findFile, findMessage } from '../state/lookup.ts'
import type { MessageBody, State, StoredFile } from '../state/model.ts'
import { numberOf, refuse, textOf, type ApiMethod, type Arguments } from './answer.ts'
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
  const body = readComment(state, args)
  if (!body.ok) return refuseBody(body.problems)
  const files = takeFiles(core, named)
  if (files === undefined) return refuse('file_not_found')
  if (reach !== undefined) {
    const channel = reach.channel.id
    post(core, {
      ...body.value,
      channelId: channel,
      userId: state.app.botUserId,
      threadTs: findMessage(state, channel, textOf(args, 'thread_ts'))?.ts,
      fileIds: files.map(({ id }) => id),
    })
  }
  return { ok: true, files: files.map((file) => apiFile(file, core.origin())) }
}

/** What is said beside the files; unlike a message's body it may be nothing at all. */
function readComment(state: State, args: Arguments): Result<MessageBody, BodyProblem> {
  const text = textOf(args, 'initial_comment')
  if (text === '' && args['blocks'] === undefined) return success({ text: '', blocks: [] })
  return readSoundBody(state, { text, blocks: args['blocks'] })
}

/** Keeps the files whose content has come; undefined, and nothing kept, when one has not. */
function takeFiles(core: Core, named: readonly Named[]): readonly StoredFile[] | undefined {
  const ids = new Set(named.map(({ id }) => id))
  if (ids.size < named.length) return undefined
  if (!named.every(({ id }) => core.uploads.isReady(id))) return undefined
  const { botUserId } = core.live.current().app
  return named.map(({ id, title }) => storeUpload(core, id, botUserId, title))
}

export const fileInfo: ApiMethod = (core, args) => {
  const file = findFile(core.live.current(), textOf(args, 'file'))
  return file === undefined
    ? refuse('file_not_found')
    : { ok: true, file: apiFile(file, core.origin()) }
}

/** A file as the last of the three calls names it. */
type Named = { readonly id: string; readonly title: string }

function readNamed(value: unknown): readonly Named[] | undefined {
  const list: unknown = typeof value === 'string' ? parseJson(value) : value
  if (!Array.isArray(list) || list.length === 0) return undefined
  const named = list.filter((each): each is JsonObject => isObject(each))
  if (named.length < list.length || named.some(({ id }) => typeof id !== 'string')) return undefined
  return named.map((file) => ({ id: textOf(file, 'id'), title: textOf(file, 'title') }))
}
