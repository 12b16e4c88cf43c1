# The words of pages, in English: the catalogue that the others are translations of.
#
# Second person, present tense, short. Say what happened, what to do, what comes next. Data in sentences is set off by
# the page; a sentence names it and nothing else. A comment before a message tells translators what they cannot see.

## Every page

# The title of a page that says that something went wrong, in the tab of the browser.
page-title-error = Error: { $heading } – { $site }
page-title = { $heading } – { $site }
not-you = Not you?
start-over = Start over

## What scripts say

# A page waits for something elsewhere, and somebody has typed into it meanwhile. A link follows: go-on-from-here.
went-on-elsewhere = Your sign-in has gone on somewhere else.
go-on-from-here = Go on from here
# Read to people who cannot see that a button can be pressed again.
wait-is-over = You can try again now.
# On a button that was pressed, until the next page comes.
busy = One moment…
busy-signing-in = Signing in…
