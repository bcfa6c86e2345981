import { createHmac } from 'node:crypto'

/**
 * Slack's signature of a request: version v0, HMAC-SHA256 over `v0:<seconds>:<body>`.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signBody(signingSecret: string, timestampSeconds: number, body: string): string {
  const hmac = createHmac('sha256', signingSecret)
  return `v0=${hmac.update(`v0:${timestampSeconds}:${body}`).digest('hex')}`
}
