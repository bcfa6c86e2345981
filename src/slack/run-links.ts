import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SlackConfig } from '../config.ts'

/** A run that an address leads to. */
export interface LinkedRun {
  readonly workspace: string
  readonly number: number
}

/**
 * The addresses of runs in a browser, such as `https://eksip.example.com/runs/T0EKSIP/42/…`. At the end
 * stands a proof that the bot gave it out, so that nobody finds out by guessing which runs there are.
 */
export interface RunLinks {
  of(run: LinkedRun): string
  /** The run of an address, with a proof or without; `null` for an address that is none of ours. */
  read(address: string): LinkedRun | null
  /** Whether the bot gave out the path, which is that of the run. */
  isGivenOut(path: string, run: LinkedRun): boolean
}

/** 128 bits, which nobody guesses. */
const PROOF_BYTES = 16

/** @param base where people reach the bot, without a slash at its end; it may be known later only. */
export function runLinks(base: () => string, key: string | Buffer): RunLinks {
  const pathOf = ({ workspace, number }: LinkedRun): string => {
    const start = `/runs/${workspace}/${number}`
    const proof = createHmac('sha256', key).update(start).digest().subarray(0, PROOF_BYTES)
    return `${start}/${proof.toString('base64url')}`
  }
  return {
    of: (run) => `${base()}${pathOf(run)}`,
    read(address) {
      if (!URL.canParse(address)) return null
      const { origin, pathname } = new URL(address)
      return origin === base() ? linkedRun(pathname) : null
    },
    isGivenOut: (path, run) => isEqual(path, pathOf(run)),
  }
}

/** A secret that stays the same from one start to the next, and in all replicas. */
export function linkKey(slack: SlackConfig): string | Buffer {
  if (slack.kind === 'many-workspaces') return slack.tokenKey
  return slack.signingSecret ?? slack.botToken
}

/** The run of a path, or `null` where it is none of a run. */
export function linkedRun(path: string): LinkedRun | null {
  const pattern = /^\/runs\/(T[A-Z0-9]{2,20})\/([1-9]\d{0,8})(?:\/[\w-]{22})?$/
  const [, workspace, number] = pattern.exec(path) ?? []
  return workspace === undefined ? null : { workspace, number: Number(number) }
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
