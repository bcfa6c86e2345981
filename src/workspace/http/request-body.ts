import type { IncomingMessage } from 'node:http'

import { isObject, parseJson } from '../json.ts'
import type { Arguments } from '../web-api/answer.ts'

/** The most that one request may carry, in bytes; an uploaded file may be larger. */
const maximumBytes = 1024 * 1024

/** Reads the whole body as text, or undefined when it is too large. */
export async function readText(request: IncomingMessage): Promise<string | undefined> {
  return (await readBytes(request, maximumBytes))?.toString('utf8')
}

/** Reads the whole body, or undefined when it has more bytes than allowed. */
export async function readBytes(
  request: IncomingMessage,
  allowed: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > allowed) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Arguments from a JSON or form body, by the content type; undefined when it is neither. */
export function parseArguments(contentType: string, body: string): Arguments | undefined {
  if (contentType.startsWith('application/json')) {
    const value = parseJson(body)
    return isObject(value) ? value : undefined
  }
  if (contentType.startsWith('application/x-www-form-urlencoded') || body === '') {
    return Object.fromEntries(new URLSearchParams(body))
  }
  return undefined
}
