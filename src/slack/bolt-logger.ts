import { LogLevel, type Logger as BoltLogger } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Lets Bolt write to our log. Its debug messages hold whole requests with their tokens, so they are
 * left out whatever the level.
 */
export function boltLogger(logger: Logger): BoltLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...messages: unknown[]) => {
      logger[level](messages.map(String).join(' '))
    }
  return {
    debug: () => undefined,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
