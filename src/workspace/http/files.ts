import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Core } from '../core.ts'
import { findFile, requireUser } from '../state/lookup.ts'
import { uploadFile } from '../store-upload.ts'
import type { UploadAnswer } from './page-contract.ts'
import { readBytes } from './request-body.ts'
import { sendJson } from './send.ts'
import { fileEntry } from './view.ts'

/** The most that one uploaded file may have, in bytes; Slack itself takes up to 1 GB. */
const maximumBytes = 32 * 1024 * 1024

/** Takes the content of a file that was announced, bare or as the one part of a form. */
export async function receiveFile(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const bytes = await readBytes(request, maximumBytes)
  if (bytes === undefined) return sendJson(response, 413, { ok: false, error: 'too large' })
  const content = await contentOf(request.headers['content-type'] ?? '', bytes)
  const isKnown = content !== undefined && core.uploads.receive(id, content)
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/plain' })
  response.end(isKnown ? `OK - ${content.length}` : 'not found')
}

async function contentOf(contentType: string, bytes: Buffer): Promise<Buffer | undefined> {
  if (!contentType.startsWith('multipart/form-data')) return bytes
  const headers = { 'content-type': contentType }
  const form = await new Response(new Uint8Array(bytes), { headers }).formData()
  const part = [...form.values()].find((value) => typeof value !== 'string')
  return part === undefined ? undefined : Buffer.from(await part.arrayBuffer())
}

/** Gives an uploaded file to the page. Nothing in it can run. */
export function sendFile(core: Core, response: ServerResponse, id: string): void {
  const file = findFile(core.live.current(), id)
  if (file === undefined) return sendJson(response, 404, { ok: false, error: 'not found' })
  const shown = file.mimeType.startsWith('image/') ? 'inline' : 'attachment'
  response.writeHead(200, {
    'content-type': file.mimeType,
    'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  response.end(Buffer.from(file.contentBase64, 'base64'))
}

/** Takes a file that somebody chooses on the page, and keeps it as theirs. */
export async function receiveUpload(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  parameters: URLSearchParams,
): Promise<void> {
  const answer = (status: number, body: UploadAnswer) => sendJson(response, status, body)
  // Any other type could come from another page without the browser asking first.
  if (request.headers['content-type'] !== 'application/octet-stream') {
    return answer(415, { ok: false, error: 'bytes only' })
  }
  const { id: userId } = requireUser(core.live.current(), parameters.get('user') ?? '')
  const name = parameters.get('name') ?? ''
  if (name === '') return answer(400, { ok: false, error: 'no name' })
  const content = await readBytes(request, maximumBytes)
  if (content === undefined) return answer(413, { ok: false, error: 'too large' })
  return answer(200, { ok: true, file: fileEntry(uploadFile(core, userId, name, content)) })
}
