const mimeTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    pdf: 'application/pdf',
    zip: 'application/zip',
    csv: 'text/csv',
    json: 'application/json',
  }),
)

/** What Slack calls a file's type: the end of its name in lower case, `text` without one. */
export function fileTypeOf(name: string): string {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'text'
  return end === 'jpeg' ? 'jpg' : end
}

/** The MIME type of a file, by the end of its name; text where it is not known. */
export function mimeTypeOf(name: string): string {
  return mimeTypes.get(fileTypeOf(name)) ?? 'text/plain'
}
