import type { Core } from '../core.ts'
import type { Token } from '../issued/tokens.ts'

/** The arguments of a call, from a form or from JSON. */
export type Arguments = Readonly<Record<string, unknown>>

/** What a method answers, always with HTTP status 200: `ok`, or Slack's code for what is wrong. */
export type ApiAnswer =
  | ({ readonly ok: true } & Readonly<Record<string, unknown>>)
  | ({ readonly ok: false; readonly error: string } & Readonly<Record<string, unknown>>)

/** One method of the Web API, called by the holder of a token. */
export type ApiMethod = (core: Core, args: Arguments, token: Token) => ApiAnswer

/** A refusal with Slack's error code. */
export function refuse(error: string): ApiAnswer {
  return { ok: false, error }
}

/** The refusal of a token without any of the scopes that would do. */
export function refuseScope(needed: readonly string[], { scopes }: Token): ApiAnswer {
  const provided = scopes.join(',')
  return { ok: false, error: 'missing_scope', needed: needed.join(','), provided }
}

/** A text argument, empty when it is missing. */
export function textOf(args: Arguments, name: string): string {
  const value = args[name]
  return typeof value === 'string' ? value : ''
}

/** A number argument; forms send it as text. */
export function numberOf(args: Arguments, name: string, fallback: number): number {
  const value = Number(args[name] ?? fallback)
  return Number.isFinite(value) ? value : fallback
}

/** A yes-or-no argument; forms send it as `true` or `1`. */
export function flagOf(args: Arguments, name: string): boolean {
  const value = args[name]
  return value === true || value === 'true' || value === '1'
}
