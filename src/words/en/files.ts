import { counted, number } from './numbers.ts'

/** About a file that comes by a direct message. */
export const comes: string = 'The file comes to you in a direct message with eksip.'
export const holds = (runs: number) => `${counted(runs, 'run', 'runs')}, newest first.`
/** `line` asks for the rest. */
export const cut = (megabytes: number, line: string) =>
  `That is not all: a file holds ${number(megabytes)} MB at most. The rest: \`${line}\`. Or ask for less, such as with \`since 2026-11-01\` or \`type=m5.large\`.`
export const empty: string = 'No run fits that, so no file was sent.'
export const busy: string =
  'Many files are on their way just now, so yours was not sent. Please send the line again in a minute.'
export const notRead: string =
  'The runs could not be read in time, so no file was sent. They are all kept: please send the line again in a minute, or ask for less, such as with `since 2026-11-01` or `type=m5.large`.'
export const notAllowed: string =
  'I may not send files here yet: I was installed before I could. Please ask an admin of this workspace to install me again, which adds `files:write` and `im:write`; then send the line again.'
export const later = (seconds: number) =>
  `Slack does not take the file just now. Please send the line again in ${counted(seconds, 'second', 'seconds')}.`
/** `reason` is Slack's own code. */
export const refused = (reason: string) =>
  `Slack does not take the file (\`${reason}\`). An admin of this workspace can tell whether apps may send files; \`history\` shows the runs here meanwhile.`
export const unknown: string =
  'I cannot tell whether the file has reached you. Please look in our direct message; if it is not there, send the line again.'
