/** A part of a text; `run` is the number of the run that it holds, `null` where it holds none. */
export interface Piece {
  readonly text: string
  readonly run: number | null
}

/** As many runs as fit into a file. */
export interface Excerpt {
  readonly text: Uint8Array
  readonly runs: number
  /** The number of its last run, where others follow that did not fit; else `null`. */
  readonly cutAfter: number | null
}

/**
 * The first pieces of a text, `mostBytes` at most in UTF-8: where a run does not fit any more, `end`
 * closes the text in its place, and no further run is read.
 * @throws what `signal` is aborted with.
 */
export async function excerptOf(
  pieces: AsyncIterable<Piece>,
  end: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Excerpt> {
  const most = mostBytes - Buffer.byteLength(end)
  const taken: Buffer[] = []
  let bytes = 0
  let runs = 0
  let last: number | null = null
  const excerpt = (cutAfter: number | null): Excerpt => {
    return { text: Buffer.concat(taken), runs, cutAfter }
  }
  for await (const { text, run } of pieces) {
    signal.throwIfAborted()
    const piece = Buffer.from(text)
    if (run !== null && last !== null && bytes + piece.length > most) {
      taken.push(Buffer.from(end))
      return excerpt(last)
    }
    taken.push(piece)
    bytes += piece.length
    if (run === null) continue
    runs += 1
    last = run
  }
  return excerpt(null)
}
