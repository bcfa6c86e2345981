/** What Slack's own ways add to an answer. */
export const slowDown = (seconds: number) =>
  `That is more than I can answer at once. Please wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and send it again; nothing was saved.`
export const share: string = 'Share to channel'
export const sharedBy: string = 'Shared by'
export const shared: string = 'Shared to the channel.'
export const cannotShare: string =
  'That run can no longer be shown here: it was deleted, or you may not see it.'

/** The page behind the address of a run, for a browser where nobody is signed in. */
export const page = {
  about: (run: string, workspace: string) =>
    `This is the address of ${run} in the Slack workspace ${workspace}.`,
  how: 'Its answer is read in Slack:',
}

/** `bot` is how the bot is named in the command, such as `@eksip`. */
export const invite = (bot: string) =>
  `I am not in this channel, so nobody can ask me in threads here. To let me in: \`/invite ${bot}\``
