import type { IncomingMessage } from 'node:http'

/**
 * Why a request is refused before it is read, if it is. The workspace answers only to its own
 * name, so that no web page can reach it through a name that resolves to 127.0.0.1 (DNS
 * rebinding), and takes posts only from its own page or from programs, which send no Origin.
 */
export function refusalOf(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (host === undefined || !hosts.includes(host)) return 'unknown host'
  const isOwn = origin === undefined || origin === `http://${host}`
  return request.method !== 'GET' && !isOwn ? 'cross-origin request' : undefined
}
