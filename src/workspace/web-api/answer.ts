import type { Core } from '../core.ts'

/** The arguments of a call, from a form or from JSON. */
export type Arguments = Readonly<Record<string, unknown>>

/** What a method answers, always with HTTP status 200: `ok`, or Slack's code for what is wrong. */
export type ApiAnswer =
  | ({ readonly ok: true } & Readonly<Record<string, unknown>>)
  | ({ readonly ok: false; readonly error: string } & Readonly<Record<string, unknown>>)

/** One method of the Web API. */
export type ApiMethod = (core: Core, args: Arguments) => ApiAnswer

/** A refusal with Slack's error code. */
export function refuse(error: string): ApiAnswer {
  return { ok: false, error }
}

/** A text argument, empty when it is missing. */
export function textOf(args: Arguments, name: string): string {
  const value = args[name]
  return typeof value === 'string' ? value : ''
}

/** A yes-or-no argument; forms send it as `true` or `1`. */
export function flagOf(args: Arguments, name: string): boolean {
  const value = args[name]
  return value === true || value === 'true' || value === '1'
}
