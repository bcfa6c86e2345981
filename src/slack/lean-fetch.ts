import type { FetchFunction } from '@slack/web-api'
import { EnvHttpProxyAgent, request } from 'undici'

const CONNECT_WITHIN_MS = 4_000

/** Keeps connections open; by way of a proxy where `HTTPS_PROXY` or `HTTP_PROXY` names one. */
export const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: CONNECT_WITHIN_MS } })

/**
 * As much of `fetch` as the client of Slack's Web API needs, without web streams: a call takes half
 * of the processor's time. A redirect is an answer like any other.
 */
export const leanFetch: FetchFunction = async (url, init = {}) => {
  const { method, headers, body, signal } = init
  // Uploads are seldom, and their forms are the platform's.
  if (method !== 'POST' || typeof body !== 'string') return fetch(url, init)
  const response = await request(url, {
    dispatcher,
    method,
    body,
    ...(headers === undefined ? {} : { headers }),
    ...(signal === undefined ? {} : { signal }),
  })
  const { statusCode: status, statusText } = response
  const bytes = await response.body.arrayBuffer()
  const text = () => new TextDecoder().decode(bytes)
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url: String(url),
    headers: headersOf(response.headers),
    arrayBuffer: () => Promise.resolve(bytes),
    text: () => Promise.resolve(text()),
    json: () => Promise.resolve<unknown>(JSON.parse(text())),
  }
}

function headersOf(received: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return new Headers(Object.entries(received).map(([name, value]) => [name, String(value)]))
}
