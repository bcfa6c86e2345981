/** A run that an address leads to. */
export interface LinkedRun {
  readonly workspace: string
  readonly number: number
}

/** The addresses of runs in a browser: `https://eksip.example.com/runs/T0EKSIP/42`. */
export interface RunLinks {
  of(run: LinkedRun): string
  /** `null` for an address that is none of ours. */
  read(address: string): LinkedRun | null
}

/** @param base where people reach the bot, without a slash at its end; it may be known later only. */
export function runLinks(base: () => string): RunLinks {
  return {
    of: ({ workspace, number }) => `${base()}/runs/${workspace}/${number}`,
    read(address) {
      if (!URL.canParse(address)) return null
      const { origin, pathname } = new URL(address)
      return origin === base() ? linkedRun(pathname) : null
    },
  }
}

/** The run of a path, or `null` where it is none of a run. */
export function linkedRun(path: string): LinkedRun | null {
  const [, workspace, number] = /^\/runs\/(T[A-Z0-9]{2,20})\/([1-9]\d{0,8})$/.exec(path) ?? []
  return workspace === undefined ? null : { workspace, number: Number(number) }
}
