import type { ServerResponse } from 'node:http'
import type { CustomRoute } from '@slack/bolt'

/** Whether what the bot depends on works at this moment. */
export type IsReady = () => Promise<boolean>

/**
 * `/healthz`: the process lives. `/readyz`: it is warm and can store an answer, else 503. A database
 * that is away must not make an orchestrator restart the bot, so only readiness depends on it.
 */
export function healthRoutes(isReady: IsReady, warm: Promise<void>): CustomRoute[] {
  const isWarmAndReady = () => warm.then(isReady)
  return [
    { path: '/healthz', method: 'GET', handler: (_, response) => void response.end('ok\n') },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_, response) => void answerReady(isWarmAndReady, response),
    },
  ]
}

async function answerReady(isReady: IsReady, response: ServerResponse): Promise<void> {
  const ready = await isReady().catch(() => false)
  response.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n')
}
