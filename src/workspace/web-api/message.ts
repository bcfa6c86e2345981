import type { Message, State } from '../state/model.ts'

/** A message as the Web API and interaction payloads show it. */
export function apiMessage(state: State, message: Message): Readonly<Record<string, unknown>> {
  const { app, team } = state
  const isBots = message.userId === app.botUserId
  return {
    type: 'message',
    user: message.userId,
    ...(isBots ? { bot_id: app.botId, app_id: app.id } : {}),
    team: team.id,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.editedTs === undefined
      ? {}
      : { edited: { user: message.userId, ts: message.editedTs } }),
  }
}
