import { fileTypeOf } from '../state/file-type.ts'
import type { Message, State, StoredFile } from '../state/model.ts'

/** A message as the Web API and interaction payloads show it. */
export function apiMessage(state: State, message: Message): Readonly<Record<string, unknown>> {
  const { app, team } = state
  const isBots = message.userId === app.botUserId
  const files = state.files.filter(({ id }) => message.fileIds?.includes(id))
  return {
    type: 'message',
    user: message.userId,
    ...(isBots ? { bot_id: app.botId, app_id: app.id } : {}),
    team: team.id,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(files.length === 0 ? {} : { files: files.map((file) => apiFile(file)) }),
    ...(message.unfurls === undefined ? {} : { attachments: attachments(message.unfurls) }),
    ...threadParts(state, message),
    ...(message.editedTs === undefined
      ? {}
      : { edited: { user: message.userId, ts: message.editedTs } }),
  }
}

/** A file as the Web API shows it. Its addresses are whole only where the origin is given. */
export function apiFile(file: StoredFile, origin = ''): Readonly<Record<string, unknown>> {
  const address = `${origin}/files/${file.id}/${encodeURIComponent(file.name)}`
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimeType,
    filetype: fileTypeOf(file.name),
    user: file.userId,
    created: file.createdSeconds,
    timestamp: file.createdSeconds,
    alt_txt: file.altText,
    size: Buffer.byteLength(file.contentBase64, 'base64'),
    url_private: address,
    permalink: address,
  }
}

function attachments(unfurls: NonNullable<Message['unfurls']>) {
  return unfurls.map(({ url, text, blocks }, index) => ({
    id: index + 1,
    from_url: url,
    ...(text !== '' && { text }),
    ...(blocks.length > 0 && { blocks }),
  }))
}

/** A message that was answered carries its own `ts` as `thread_ts`, and how often it was. */
function threadParts(state: State, message: Message): Readonly<Record<string, unknown>> {
  if (message.threadTs !== undefined) return { thread_ts: message.threadTs }
  const replies = state.messages.filter(
    ({ channelId, threadTs, visibleTo }) =>
      channelId === message.channelId && threadTs === message.ts && visibleTo === undefined,
  )
  const latest = replies.at(-1)
  if (latest === undefined) return {}
  const users = [...new Set(replies.map(({ userId }) => userId))]
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: latest.ts,
  }
}
