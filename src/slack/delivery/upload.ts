import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

/** A large file may take its time, unlike a call to the Web API. */
const UPLOAD_WITHIN_MS = 60_000

const Opened = z.object({ channel: z.object({ id: z.string() }) })
const Announced = z.object({ upload_url: z.url(), file_id: z.string() })

/**
 * The direct message between the bot and a person.
 * @throws what the client throws.
 */
export async function directMessage(client: WebClient, user: string): Promise<string> {
  return Opened.parse(await client.conversations.open({ users: user })).channel.id
}

/**
 * Brings a file to Slack and gives its id; nobody sees it until it is shared. The client's own way
 * gives an upload no more time than a call.
 * (docs.slack.dev/messaging/working-with-files#upload)
 * @throws what the client throws, or an error where the upload is not taken.
 */
export async function upload(client: WebClient, name: string, text: Uint8Array): Promise<string> {
  const announced = await client.files.getUploadURLExternal({ filename: name, length: text.length })
  const { upload_url, file_id } = Announced.parse(announced)
  const response = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(text),
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
  })
  if (!response.ok) throw new Error(`an upload was answered with HTTP ${response.status}`)
  return file_id
}
