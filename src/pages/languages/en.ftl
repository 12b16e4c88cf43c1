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

## Security keys and passkeys

# The buttons that ask for one.
webauthn-create = Set it up
webauthn-use = Verify
webauthn-sign-in = Sign in with a passkey
# The same buttons after it did not work.
webauthn-again = Try again
webauthn-needs-script = This step needs JavaScript, which is switched off in your browser. Switch it on and open this page again, or use another way.
# Browsers do not tell whether it was stopped, took too long, or there was no matching key.
webauthn-stopped = That didn’t work, or you stopped it. Try again, or use another way.
webauthn-unsupported = This browser can’t use security keys or passkeys. Use another way, or another browser.
webauthn-already-set-up = You have set this one up already. Use a different key or device, or another way.
webauthn-not-at-this-address = Your browser doesn’t let you use this here. Use another way, and tell your administrator.
# Another way is offered below, or there is none.
webauthn-out-of-reach = Security keys and passkeys of your organization don’t work at this address. Use another way, or ask your administrator.
