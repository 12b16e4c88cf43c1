# The words of pages, in English: the catalogue that the others are translations of.
#
# Second person, present tense, short. Say what happened, what to do, what comes next. Data in sentences is set off by
# the page; a sentence names it and nothing else. A comment before a message tells translators what they cannot see.

## Every page

# The title of a page that says that something went wrong, in the tab of the browser.
page-title-error = Error: { $heading } – { $site }
page-title = { $heading } – { $site }
# Read to people who cannot see the page, before the name of its language, where another one can be chosen.
language = Language:
not-you = Not you?
start-over = Start over

## Services of others, to sign in with

# Several services of one name, told apart by their place.
provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = A word or phrase that only you know.
enroll-good-for-email = A code or a link in an email.
enroll-good-for-phone = A code by text message or call.
enroll-good-for-phone-messages = A code by text message.
enroll-good-for-app = Approve sign-ins on your phone with one tap.
enroll-good-for-code-app = An app on your phone shows a code, also without a network.
enroll-good-for-code-device = A thing you carry shows a code.
enroll-good-for-passkey = Your fingerprint, your face, a PIN or a key you plug in. Nothing to remember.
enroll-good-for-question = A question that only you can answer.
enroll-good-for-account = An account you have elsewhere.
enroll-good-for-card = A card and a reader.
enroll-good-for-badge = A badge that you hold to your phone.
enroll-only-for-recovery = Only for when you are locked out.
# How long setting something up can wait.
enroll-badge-date = Can wait until { $date }
enroll-badge-skips = { $count ->
    [one] Can wait once more
   *[other] Can wait { $count } more times
}
enroll-badge-now = Needed now

## What to do in an application or on another device

guide-qr-install = Install { $name } on your phone.
guide-qr-add = Open it and choose to add an account for work.
guide-qr-scan = Scan the code below.
guide-here-install = Get { $name } for this device, if you don’t have it.
guide-here-add = Open it and choose to add an account for work.
guide-here-address = When it asks for an address, type { $address }.
guide-other-open = Open { $name } on a device where you use it already.
guide-other-open-on = Open { $name } on one of these: { $devices }.
guide-other-add = Choose your account there, then choose to add another device.
guide-other-confirm = Confirm on that device that it’s you.
guide-open = Open { $name }
guide-get = Get { $name }

# The ways to set up Okta Verify: what each one means.
channel-qrcode = For a phone or tablet beside this screen.
channel-email = We send a link to open on your phone.
channel-sms = We send a link to open on your phone.
channel-samedevice = For the app on the device you hold now.
channel-devicebootstrap = For a device on which you use the app already.

device-store-apple = Get Okta Verify from the App Store.
device-store-google = Get Okta Verify from Google Play.
device-store-other = Get Okta Verify for this device.
device-add-account = Open it and add an account for work.
device-address = When it asks for an address, type { $address }.
device-follow = Set up your device with the button below and follow the instructions.
device-restart = When it is done, close this page.
device-come-back = Then go back to what you wanted to open, and sign in again.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = Enter the next code
purpose-next-code-lead = Wait until { $name } shows another code, then type that one.
purpose-next-code-button = Verify

purpose-touch-heading = Touch your { $name }
purpose-touch-lead = Plug it in and touch it: it types the code for you.
purpose-touch-button = Verify
purpose-touch-enroll-heading = Set up { $name }
purpose-touch-enroll-lead = Plug it in and touch it: it types the code for you.
purpose-touch-enroll-button = Set up

purpose-two-codes-heading = Set up { $name }
purpose-two-codes-lead = Type its credential ID, then two codes as it shows them one after the other.
purpose-two-codes-button = Set up

purpose-token-enroll-heading = Set up { $name }
purpose-token-enroll-lead = Type the name you have there, and the code it shows.
purpose-token-enroll-button = Set up

purpose-passkey-heading = Use your passkey
purpose-passkey-lead = Your device asks for your fingerprint, your face, a PIN or your security key.
purpose-passkey-button = Continue
purpose-passkey-enroll-heading = Set up a passkey
purpose-passkey-enroll-lead = Your device asks for your fingerprint, your face, a PIN or a security key. There is nothing to remember.
purpose-passkey-enroll-button = Set up
purpose-passkey-promoted-heading = Sign in faster next time
purpose-passkey-promoted-lead = With a passkey, your fingerprint, your face or a PIN takes the place of codes and passwords.
purpose-passkey-promoted-button = Create a passkey

purpose-not-sent-heading = Get a code
purpose-not-sent-lead = Have it sent to { $place }, then type it here.
purpose-not-sent-button = Verify
purpose-email-or-link-heading = Check your email
purpose-email-or-link-lead = We sent a code to { $place }. Type it here, or open the link in the email. It can take a minute.
purpose-email-or-link-button = Verify

purpose-pin-enroll-heading = Choose a PIN
purpose-pin-enroll-lead = You type it whenever you use { $name }.
purpose-pin-enroll-button = Set PIN
purpose-badge-enroll-heading = Set up { $name }
purpose-badge-enroll-lead = Open Okta Verify, then hold the badge to the back of your phone.
purpose-badge-enroll-button = Continue
purpose-badge-heading = Use { $name }
purpose-badge-lead = Hold your badge to the back of your phone.
purpose-badge-button = Continue

purpose-push-heading = Verify with { $name }
purpose-push-lead = We ask for your approval on { $place }.
purpose-push-button = Send a push notification
purpose-fastpass-heading = Verify with { $name }
purpose-fastpass-lead = { $name } on this device confirms that it’s you.
purpose-fastpass-button = Use Okta FastPass

purpose-recovery-choice-heading = Reset your password
purpose-recovery-choice-lead = First choose how to prove it’s you.
purpose-recovery-choice-button = Continue

purpose-channel-heading = Set up { $name }
purpose-channel-lead = Choose what suits you; the result is the same.
purpose-channel-button = Continue

purpose-password-elsewhere-heading = Change your password
purpose-password-elsewhere-lead = Your password has expired. You change it at { $place }, then come back here and sign in.
purpose-password-elsewhere-button = Continue

purpose-admin-consent-heading = Give access to your organization?
purpose-admin-consent-lead = { $place } would be able to do this for everyone in your organization:
purpose-admin-consent-button = Allow access

purpose-open-app-heading = Verify with Okta Verify
purpose-open-app-lead = Open it on this device to go on. If nothing happens, get it first or sign in another way.
purpose-open-app-button = Continue
purpose-browser-checks-heading = One moment
purpose-browser-checks-lead = Your browser and your organization check this device.
purpose-browser-checks-button = Continue
purpose-device-confirms-heading = Verify with this device
purpose-device-confirms-lead = Your device confirms that it’s you. You may be asked for your fingerprint, your face or your passcode.
purpose-device-confirms-button = Continue
purpose-no-answer-heading = Sign in another way
purpose-no-answer-lead = Okta Verify on this device didn’t answer.
purpose-no-answer-button = Continue

purpose-card-heading = Sign in with a smart card
purpose-card-lead = Put your card into the reader first.
purpose-card-button = Continue
purpose-card-factor-heading = Use your smart card
purpose-card-factor-lead = Put your card into the reader first. You go elsewhere for a moment and come back here.
purpose-card-factor-button = Continue

purpose-card-enroll-heading = Set up your smart card
purpose-card-enroll-lead = Put your card into the reader first. You go elsewhere for a moment and come back here.
purpose-card-enroll-button = Continue
purpose-account-enroll-heading = Connect { $name }
purpose-account-enroll-lead = You sign in there once, and come back here.
purpose-account-enroll-button = Continue
purpose-phone-enroll-heading = Set up your phone
purpose-phone-enroll-lead = We will send a code to check that it reaches you.
purpose-phone-enroll-button = Send the code
purpose-call-enroll-heading = Answer your phone
purpose-call-enroll-lead = We are calling { $place }. Type the code you hear.
purpose-call-enroll-button = Verify
purpose-secret-enroll-heading = Set up { $name }
purpose-secret-enroll-lead = Add an account there with this key, then type the code it shows.
purpose-secret-enroll-button = Verify
purpose-look-for-app-heading = Verify with Okta Verify
purpose-look-for-app-lead = We are looking for it on this device. It may ask for your fingerprint, your face or your passcode.
purpose-look-for-app-button = Continue

purpose-busy-heading = Wait a moment
purpose-busy-lead = The sign-in service is busy. We try again by ourselves, and nothing is lost.
purpose-busy-button = Check again

purpose-activation-heading = Get a new activation email
purpose-activation-lead = We send you another link to activate your account.
purpose-activation-button = Send the email

purpose-profile-heading = Complete your profile
purpose-profile-lead = Some things about you are missing. This is asked only once.
purpose-profile-button = Continue

## Questions that belong together in a form about a person

profile-address = Address

## Facts beside a step

identity-terms = Terms of use
identity-privacy = Privacy policy
identity-read = Before you go on, you can read:

## Ends: what is called so, what it means

end-link-expired-lead = It is too old. Go back to where you asked for it, and send it again.
end-link-used-lead = It was used already, or a newer one was sent. Go back to where you asked for it.
end-link-broken-lead = Something about it isn’t right. Go back to where you asked for it, and send it again.
end-moved-lead = You went on in another tab.
end-confirmed-heading = Your email is confirmed
end-confirmed-lead = Go back to the tab where you began. You can close this page.
end-your-code-lead = Go back to where you began to sign in, and type this code there.
end-refused-lead = Nobody got in. If it was you who tried, begin again.
end-check-email-lead = We sent you an email. Open the link in it to go on; you can close this page.
end-activation-sent-lead = We sent you an email with a new link. Open it to activate your account.
end-activation-expired-lead = The link to activate your account is too old. Ask your administrator for a new one.
end-activation-missing-lead = Perhaps your account is active already: then just sign in. If not, ask your administrator for a new link.
end-reset-link-lead = The link to reset your password is too old or was used. Sign in and choose “Forgot your password?” to get a new one.
end-recovered-lead = Sign in with the new one.
end-unlocked-lead = You can sign in as usual.
end-unlocked-landed-lead = Now verify it’s you.
end-reset-not-possible-heading = You can’t reset your password here
end-unlock-not-possible-heading = You can’t unlock your account here
end-ask-administrator-lead = Your administrator can help you.
end-device-connected-lead = Go on there. You can close this page.
end-device-denied-lead = That is because you said no. Begin again on the device if you change your mind.
end-device-fault-lead = Something went wrong. Begin again on the device.
end-too-often-lead = There were too many attempts in a short time. Wait a few minutes, then try again.
end-not-now-lead = The sign-in service has a problem. Nothing is lost; try again in a moment.
end-maintenance-lead = The sign-in service is under maintenance. Try again later.
end-no-access-heading = You don’t have access
end-no-access-lead = Your account isn’t allowed to do this. If it should be, ask your administrator.
end-not-assigned-lead = Your account isn’t set up for this application. Ask your administrator for access.
end-registration-failed-heading = Your account isn’t created yet
end-not-possible-heading = That isn’t possible here
continue = Continue
# A button: checks the code or the answer that was typed.
verify = Verify
go-back = Go back
start-again = Start again
read-more = Read more:

## Signing in

# A heading and a button.
sign-in = Sign in
continue-signing-in-heading = Continue signing in
wait-heading = Wait a moment
skip-heading = You can do this later
# Under the heading of a page that the person leaves for another service, such as that of their employer.
redirect-and-back = You go there for a moment and come back here.
continue-for-now = Continue for now
stay-signed-in-heading = Stay signed in?
stay-signed-in-where = On a device that only you use, this saves time.
stay-signed-in = Stay signed in
stay-signed-in-refuse = Don’t stay signed in

## Proving who one is

verify-heading = Verify it’s you
verify-choose = Choose how to prove it’s you.
# { $authenticator } is what a way of proving who one is is called, such as “Duo Security” or “Security key”.
verify-with-heading = Verify with { $authenticator }
verify-identity-heading = Verify your identity
verify-identity-by-service = A service that your organization trusts checks who you are, and brings you back here.
# “Okta Verify” is the name of an application.
okta-verify-heading = Verify with Okta Verify
okta-verify-looking = We are looking for it on this device.
open-okta-verify = Open Okta Verify
device-needs-script = This needs JavaScript, which is switched off in your browser. Sign in another way.
device-not-found = We didn’t find it on this device. Open it and check again, or sign in another way.
device-denied = Your browser doesn’t let this page look for apps on this device. Allow it and open this page again, or sign in another way.
device-denied-help = How to allow it
security-question-heading = Answer your security question
pin-heading = Enter your PIN
# Shown where a step needs more than the page can do.
needs-script = This page can’t do that step yet. Ask your administrator for another way.
needs-script-other-way = This page can’t do that step yet. Use another way.

## Codes

code-heading = Enter your code
# { $authenticator } is the name of an application.
code-shown-by-app = Open { $authenticator } and type the code it shows.
# { $authenticator } is the name of a thing that shows codes.
code-from-device = Type the code from { $authenticator }.
access-code-heading = Enter your access code
access-code-from = Your administrator gave it to you.
check-email-heading = Check your email
# { $place } is an address, most of it hidden.
email-code-sent-to = We sent a code to { $place }. It can take a minute.
email-code-sent = We sent you a code. It can take a minute.
check-phone-heading = Check your phone
# { $place } is a number, most of it hidden.
text-message-sent-to = We sent a text message with a code to { $place }.
text-message-sent = We sent you a text message with a code.
code-sent-to = We sent a code to { $place }.
code-sent-to-phone = We sent a code to your phone.
call-heading = Answer your phone
calling-to = We are calling { $place }. Type the code you hear.
calling = We are calling you. Type the code you hear.
code-by-email-heading = Get a code by email
# “it” is the code of the heading above.
code-by-email-to = We will send it to { $place }.
code-by-email = We will send it to your address.
code-by-phone-heading = Get a code by phone
# “it” is the code of the heading above.
code-by-phone-to = It goes to { $place }.
code-by-phone = It goes to your phone.

## Approving on a telephone

# { $authenticator } is the name of an application. The number stands below.
push-choose-number = Open { $authenticator } and choose this number to approve the sign-in.
push-approve = Approve the sign-in in { $authenticator }.
waiting-for-phone = Waiting for your phone…
waiting-for-email = Waiting for your email…
waiting = Waiting…

## Passwords

password-heading = Enter your password
choose-password-heading = Choose a password
new-password-heading = Choose a new password
change-password-heading = Change your password
reset-password-heading = Reset your password
reset-password-who = First tell us who you are.
set-password = Set password
password-has-run-out = Your password has expired.
password-runs-out = { $days ->
    [0] Your password expires today. Change it now, or do it later.
    [1] Your password expires tomorrow. Change it now, or do it later.
   *[other] Your password expires in { $days } days. Change it now, or do it later.
}
password-runs-out-soon = Your password expires soon. Change it now, or do it later.
# A link to the service { $place }, where passwords are changed.
change-password-at = Change it at { $place }
# Above a list of the messages below, each a line of its own.
password-rules = Your password needs
password-rule-length = { $count ->
    [one] At least one character
   *[other] At least { $count } characters
}
password-rule-upper-case = { $count ->
    [one] An upper-case letter
   *[other] { $count } upper-case letters
}
password-rule-lower-case = { $count ->
    [one] A lower-case letter
   *[other] { $count } lower-case letters
}
password-rule-numbers = { $count ->
    [one] A number
   *[other] { $count } numbers
}
password-rule-symbols = { $count ->
    [one] A symbol
   *[other] { $count } symbols
}
password-rule-repeating = { $count ->
    [one] The same character only once in a row
   *[other] The same character at most { $count } times in a row
}
password-rule-username = No part of your username
password-rule-first-name = Not your first name
password-rule-last-name = Not your last name
password-rule-history = { $count ->
    [one] Not your last password
   *[other] None of your last { $count } passwords
}

## Setting up

set-up-heading = Set up how you sign in
set-up-another = Add another way to prove it’s you, or leave it for later.
set-up-first = Choose what to set up first.
set-up-differently-heading = Set it up another way
# Where nothing is known of what is set up.
set-up-it-heading = Set it up
# { $authenticator } is what a way of proving who one is is called.
set-up-with-heading = Set up { $authenticator }
set-up-phone-heading = Set up your phone
set-up-phone-check = We will send a code to check that it reaches you.
set-up-question-heading = Set up a security question
set-up-question-answer = Choose an answer that only you know and that doesn’t change.
set-up-okta-verify-heading = Set up Okta Verify
set-up-okta-verify-where = Where should we send the link?
# “this” is a QR code that stands below. { $authenticator } is the name of an application.
set-up-scan-with = Scan this with { $authenticator }, then type the code it shows.
set-up-on-this-device = Open { $authenticator } on this device and add your account there.
set-up-from-other-device = Open { $authenticator } on a device where you use it already, and add this one there.
# “this” is a QR code that stands below.
set-up-install-and-scan = Install { $authenticator } on your phone, choose to add an account, and scan this.
# { $place } is an address or a number, most of it hidden.
link-sent-to = We sent a link to { $place }. Open it on your phone.
link-sent-by-email = We sent you an email with a link. Open it on your phone.
link-sent-by-text-message = We sent you a text message with a link. Open it on your phone.
# A key of letters and digits follows, for people who cannot scan the QR code above.
key-instead = Can’t scan it? Type this key instead:
# A key of letters and digits follows.
key-to-type = Type this key into the app:
# What a picture is for, read aloud to people who cannot see it.
qr-code-for = QR code that sets up { $authenticator }
qr-code-for-app = QR code that sets up your app

## Accounts

sign-up-heading = Create your account
# A button and a link.
sign-up = Sign up
profile-heading = Complete your profile
unlock-account-heading = Unlock your account
unlock-account-who = Tell us who you are and how to check it.
activation-email-heading = Get a new activation email
send-the-email = Send the email

## Devices

connect-device-heading = Connect your device
connect-device-code = Type the code that your device shows.
device-attention-heading = Your device needs attention
device-set-up-heading = Set up your device
device-set-up-for = { $organization } lets in only devices that it manages. Set yours up, then sign in again.
device-set-up = Only managed devices are let in here. Set yours up, then sign in again.
# A button. { $vendor } is a service that manages devices.
device-set-up-button-with = Set up with { $vendor }
device-set-up-button = Set up this device
fact-managed-with = Managed with

## Giving access

consent-heading = Give access to your account?
# A list of what the application asks for follows, each a line of its own.
consent-asked-by = { $application } would like to:
consent-asked = This application would like to:
consent-allow = Allow access
consent-refuse = Don’t allow
# Above a list of what the application is given in any case.
scopes-always = Always included
# Asked of somebody who followed a link in an email that somebody, perhaps they themselves, has asked for.
email-consent-heading = Did you just try to sign in?
email-consent-if-not = If it wasn’t you, say no: nobody gets in.
email-consent-allow = Yes, it was me
email-consent-refuse = No, it wasn’t me

## Buttons that send something

send-again = Send it again
send-code = Send the code
send-link = Send the link
send-text-message = Send a text message
send-email = Send me an email
send-push = Send a push notification
call-me = Call me
check-now = Check now
check-again = Check again

## Other ways, offered as links below what a page is for

way-forgot-password = Forgot your password?
way-forgot-pin = Forgot your PIN?
# “it” is the telephone or the key that the page asks for.
way-lost-authenticator = Lost it?
way-send-code-again = Send the code again
way-new-code = Get a new code
way-link-opened = I opened the link in the email
way-sign-in-differently = Sign in another way
way-other-authenticator = Use another way
way-set-up-something-else = Set up something else
way-other-channel = Set it up another way
way-unlock-account = Unlock your account
way-have-account = I already have an account
way-sign-in-with-username = Sign in with your username
# “Okta FastPass” is a name.
way-okta-fastpass = Sign in with Okta FastPass
# While a code is awaited that went to a number with a slip in it.
way-change-number = Change the number
way-passkey = Sign in with a passkey
way-create-passkey = Create a passkey
way-where-to-send = Say where the link goes
way-badge = Sign in with your badge
way-new-activation-email = Get a new activation email
way-choose-method = Choose how we reach you
way-enter-code = Enter a code instead
way-later = Do it later
way-skip = Skip for now
sign-in-with-smart-card = Sign in with a smart card
# A link. { $provider } is another service, such as “Google”, or what the organization calls it.
continue-with-provider = Continue with { $provider }
continue-elsewhere = Continue there

## Authenticators: ways of proving who one is, as names

authenticator-password = Password
authenticator-email = Email
authenticator-phone = Phone
authenticator-okta-verify = Okta Verify
authenticator-code-app = Authenticator app
authenticator-code-device = Code device
authenticator-security-key = Security key
authenticator-security-question = Security question
authenticator-duo = Duo Security
authenticator-identity-provider = Another account
authenticator-smart-card = Smart card
authenticator-access-code = Temporary access code
# A badge with a chip, held to a reader.
authenticator-badge = Badge
authenticator-other = Another way
# What somebody called their telephone, and its number.
nickname-and-place = { $nickname }, { $place }
method-text-message = Text message
method-phone-call = Phone call

## What happens when an authenticator is used in one of its ways

use-push = Get a push notification
use-code = Type a code
use-okta-fastpass = Use Okta FastPass
use-text-message = Get a text message
use-phone-call = Get a phone call
use-email = Get an email
use-qr-code = Scan a QR code
use-this-device = Use this device
use-another-device = Use another device of yours

## Fields

field-password = Password
field-new-password = New password
field-code = Code
field-device-code = Code on your device
field-code-of-key = Code from the key
field-credential-id = Credential ID
field-user-name = Username
field-new-pin = New PIN
field-next-code = Next code
field-pin = PIN
field-access-code = Access code
field-remember-me = Keep me signed in
field-revoke-sessions = Sign out everywhere else
field-method = How should we reach you?
field-authenticator = How do you want to prove it’s you?
field-phone-number = Phone number
field-which-question = Which question do you want?
field-question = Question
field-answer = Answer
# Beside what a field is called.
field-optional = (optional)
# Read to people who cannot see the page, before what was wrong with a field.
field-error = Error:
# Read to people who cannot see the page: what they sign in with.
field-account = Account
hint-phone-number = With the country code, such as +1 415 555 0123
# The first line of a list to choose from.
choose-one = Choose one
# A choice that has no name.
option-number = Option { $number }

## What was wrong with a field

fault-no-password = Enter your password.
fault-no-new-password = Enter a password.
fault-no-code = Enter the code.
# { $field } is what the field is called.
fault-no-choice = Choose one: { $field }
fault-missing = { $field } is missing.
fault-not-offered = Choose one of the answers below.
# About a box that is ticked or not.
fault-not-yes-or-no = Tick it or leave it empty.

## What went wrong, and other news of the sign-in service

server-says-nothing = Something isn’t right. Check what you entered and try again.
server-no-match = That didn’t match. Check what you entered and try again.
server-wrong-password = That password didn’t match. Check it and try again.
server-wrong-code = That code didn’t match. Check it and try again.
# The code was sent by email or as a text message.
server-wrong-code-of-message = That code didn’t match. Check the newest message and try again.
server-wrong-code-of-app = That code didn’t match. Codes change often: type the one that shows now.
server-used-code = That code was used already. Wait for the next one.
server-next-code = That code was right. One more, and it’s done.
server-wrong-answer = That answer didn’t match. Try again.
server-app-too-old = Okta Verify on your phone is too old for this. Update it there, then begin again.
server-app-too-old-for-push = Okta Verify on your phone is too old for this. Update it there, then send it again.
server-wants-biometrics = Your organization wants your fingerprint or face as well. Turn that on in the app on your phone, then send it again.
server-safe-mode = The sign-in service is under maintenance, so some things can’t be changed right now. Try again later.
server-account-exists = There is an account with this already. Sign in with it, or use another one.
server-password-breaks-rules = This password doesn’t meet all the rules. Check the list and try another.
server-password-expiring = Once your password has expired you have to change it before you can sign in.
server-unknown-user = There is no account with that name. Check it and try again.
server-no-username = Enter your username.
server-not-an-email = Enter an email address, like name@example.com.
server-invalid-phone-number = We can’t reach that number. Check it, with the country code.
server-device-refused = Your device isn’t connected, because you said no.
server-device-failed = Your device isn’t connected, because something went wrong.
server-too-many-text-messages = You have asked for too many text messages. Wait a while, or use another way.
server-too-many-calls = You have asked for too many calls. Wait a while, or use another way.
server-too-many-requests = You have tried too often. Wait a few minutes, then try again.
server-access-denied = You can’t do this with your account. If you should be able to, ask your administrator.
server-not-assigned = Your account isn’t set up for this application. Ask your administrator for access.
server-too-late = That took too long. Send it again.
server-push-rejected = The sign-in was refused on your phone. If you did that by mistake, send it again.
server-sign-in-refused = The sign-in was refused. Nobody got in.
server-session-expired = You were away too long. Start again.
server-internal-error = The sign-in service has a problem. Nothing is lost; try again in a moment.
server-unreadable = The sign-in service couldn’t read that. Try again.
server-unlocked = Your account is unlocked.
server-unlocked-verify = Your account is unlocked. Now verify it’s you.
server-email-sent = We sent you an email. Open the link in it to go on.
# The link was in an email.
server-link-expired = This link is too old. Go back to where you asked for it and send it again.
server-link-used = This link was used already. Go back to where you asked for it.
server-link-unusable = We couldn’t use this link. Go back to where you asked for it.
server-reset-link-unusable = The link to reset your password doesn’t work any more. Ask for a new one.
# A tab of the browser.
server-other-tab = You went on in another tab. You can close this one.
server-code-for-first-tab = Go back to where you began to sign in, and type this code there.

## The end of a sign-in that is no success

end-heading = You can’t go on here
end-failed-heading = You can’t sign in this way
end-succeeded-heading = That’s done
end-nothing-more = There is nothing more to do on this page.
end-not-now-heading = We can’t sign you in right now
end-unlocked-heading = Your account is unlocked
end-password-changed-heading = Your password is changed
end-device-connected-heading = Your device is connected
end-device-not-connected-heading = Your device isn’t connected
# A one-time code stands below.
your-code-heading = Your code
end-close-page-heading = You can close this page
end-link-dead-heading = This link doesn’t work any more
end-refused-heading = The sign-in was refused
# About a one-time code, to people whom somebody may have asked for it.
code-elsewhere-warning = Type it only where you began yourself.
# What is known of the browser that asked for a code, as a list of names and values.
fact-browser = Browser
fact-system = System
fact-place = Place

## Asking for a stronger or more recent sign-in

# Before a sign-in of somebody who is signed in already, where the browser does not say that a person asked for it.
confirm-heading = Confirm it’s you
confirm-lead = This page asks for a stronger or more recent sign-in than yours.
# The same in a frame of the application: the link opens the page in the whole window.
confirm-framed-lead = This part of the page asks for a stronger or more recent sign-in. Confirm it’s you in the whole window to see it.
confirm-framed-link = Open in the whole window
# The same after a form was posted; it is not kept.
confirm-form-heading = Your form wasn’t sent
confirm-form-lead = It asks for a stronger or more recent sign-in first, so nothing was saved.
confirm-form-advice = Go back first if you want to copy what you typed. Then confirm it’s you and send it again.
confirm-form-button = Confirm it’s you
# Above the steps of a sign-in of somebody who is signed in.
step-up-notice = You are signed in. The page you asked for needs a stronger or more recent sign-in; confirm it’s you to go on.
level-heading = This page needs a stronger sign-in
level-lead = Your sign-in didn’t reach what this page asks for. Everything else works as before.
level-advice = You can try again in a minute. If it doesn’t help, ask whoever looks after this site which way of signing in you need.
level-retry = Try again
level-home = Go to the start page

## Links in mails that activate or recover an account

activate-heading = Activate your account
activate-lead = Press the button to set up your account for { $site }.
activate-button = Activate my account
recover-heading = Get back into your account
recover-lead = Press the button to choose how you will sign in to { $site } from now on.
# $account is the user name of whoever is signed in in this browser.
link-signed-in = You are signed in as { $account } in this browser. When you finish, that ends.
link-signed-in-unnamed = Somebody is signed in in this browser. When you finish, that ends.
link-incomplete-heading = This link is incomplete
link-incomplete-lead = Part of it got lost on the way. Open it again from the mail, or copy the whole address.
link-dead-heading = This link doesn’t work any more
link-dead-activate = It has been used already, or it is too old. If your account is active, sign in; otherwise ask for a new link.
link-dead-recover = It has been used already, or it is too old. Start over and ask for a new one.
link-unusable-heading = Accounts can’t be activated here
link-unusable-lead = Nothing is wrong with your link. This site isn’t set up for it; tell whoever looks after it.
link-sign-in = Go to sign-in
## What scripts say

# A page waits for something elsewhere, and somebody has typed into it meanwhile. A link follows: go-on-from-here.
went-on-elsewhere = Your sign-in has gone on somewhere else.
go-on-from-here = Go on from here
# Read to people who cannot see that a button can be pressed again.
wait-is-over = You can try again now.
# On a button that was pressed, until the next page comes.
busy = One moment…
busy-signing-in = Signing in…

## Pages on which something goes on or begins again

# Read to people who cannot see the page, before the name somebody signs in with.
signing-in-as = Signing in as
# Read to people who cannot see the page, before a list of what went wrong.
summary-heading = There is a problem
try-again = Try again
# A link at the foot of a page, to where people are helped who cannot sign in.
help = Help
# Before a short code to quote when asking for help: “Reference 7KQ2-M9XD”.
reference = Reference
continue-heading = Sign in to continue
# { $site } is what the site is called.
continue-lead = You need to sign in before you can use { $site }.
# A button.
continue-to-site = Continue to { $site }
cookies-needed-heading = Allow cookies to sign in
cookies-needed = Signing in needs cookies, and your browser didn’t keep ours.
cookies-needed-how = Allow cookies for this site in your browser’s settings, then try again.
unreachable-heading = We can’t reach the sign-in service
unreachable-lead = Nothing is lost; try again in a moment.
# { $when } is one of the three sentences below.
busy-lead = Too many people are signing in at once, or somebody tried too often. { $when }
try-again-later = Try again in a few minutes.
try-again-in-seconds = { $seconds ->
    [one] Try again in a second.
   *[other] Try again in { $seconds } seconds.
}
try-again-in-minutes = { $minutes ->
    [one] Try again in a minute.
   *[other] Try again in { $minutes } minutes.
}
expired-heading = This sign-in has expired
expired-lead = To keep your account safe, a sign-in ends when it isn’t finished in time.
leave-heading = One moment
# { $host } is an address, such as “accounts.example.com”.
leave-to = We are taking you to { $host }.
leave-lead = You are on your way.
form-lost-heading = Your form wasn’t sent
form-lost = You were signed out before it reached the application, so nothing was saved.
form-lost-how = Go back first if you want to copy what you typed. Then sign in and send it again.
# Within a part of a page of the application.
framed-heading = You have been signed out
framed-lead = Sign in again in the whole window to see this part of the page.
framed-open = Open in the whole window
code-elsewhere = Go back to the browser where you began to sign in and type this code there.
code-elsewhere-if-not = Type it only where you began yourself. If somebody asks you for it, or you didn’t begin, close this page.
already-signed-in-heading = You are already signed in
already-signed-in-as = You are signed in as { $account }.
already-signed-in-lead = There is nothing more to do here.
begun-already-heading = You have begun to sign in already
begun-already = Finish one of the sign-ins you have begun, here or in another tab. Then open this page again.
# A button: leads to the sign-in that was begun last.
begun-already-go-on = Go on with the latest one
notice-unconfirmed = We can’t tell whether that arrived. This is where your sign-in stands now.
notice-changed = The page had changed in the meantime, so nothing was sent. Please look again.
notice-shortened = The address you came with was very long. After signing in you may have to search again.

## Signing out

sign-out-heading = Sign out?
# A button.
sign-out = Sign out
sign-out-account = You are signed in as { $account } at { $site }.
sign-out-lead = You will have to sign in again to use { $site }.
signed-out-heading = You are signed out
signed-out-lead = You have left { $site } on this browser.
signed-out-in-part = One of our services is out of reach, so it can take a few minutes until this holds everywhere.
signed-out-here-only = We could not reach the sign-in service, so you may still be signed in there.
sign-in-again = Sign in again

## Requests that cannot be answered

go-to-start = Go to the start page
bad-request-heading = We can’t open this address
bad-request = Part of it is missing or mistyped. Check the address, or begin at the start page.
foreign-post-heading = We stopped that request
foreign-post = It didn’t come from a page of this site, so nothing was done. If you sent it yourself, open the page again and repeat it.
forbidden-heading = You don’t have access to this page
forbidden = Your account isn’t allowed to see it. If you think it should be, ask whoever looks after this site.
not-found-heading = There is nothing at this address
not-found = The page may have moved, or there is a typo in the address.
wrong-method-heading = This page can’t do that
wrong-method = The address is right, but it doesn’t take this kind of request. Nothing was changed.
too-large-heading = That was too much at once
too-large = What you sent is larger than this site takes. Nothing was saved. Send less, or in smaller parts.
misdirected-heading = This address belongs to another site
misdirected = Your browser asked us for a page that lives elsewhere. Open the address again in a new window.
# { $when } is a sentence: try-again-later and those after it.
too-many-requests = There were too many attempts in a short time. { $when }
cookies-too-large-heading = Your browser sent too much
cookies-too-large = The cookies it keeps for this site have grown too large. Delete the cookies of this site, then try again.
internal-heading = Something went wrong on our side
internal = It isn’t anything you did. Try again in a moment.
bad-gateway-heading = The application isn’t answering
bad-gateway = { $site } can’t be reached right now. Try again in a moment.
unavailable-heading = We can’t open this right now
unavailable = Something we need is out of reach. Nothing is lost; try again in a moment.
gateway-timeout-heading = The application is taking too long
gateway-timeout = { $site } didn’t answer in time. Before you repeat something, check whether it was done.
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
# The same, where the step can be left out.
webauthn-elsewhere-heading = Passkeys don’t work at this address
webauthn-elsewhere-lead = Passkeys and security keys of your organization belong to another address. You can go on without one.

## Captchas and Duo

captcha-needs-script = Before this form is sent, a check that you are a person needs JavaScript. Switch it on and open this page again.
# The service could not be reached, or the person closed its question.
captcha-failed = The check that you are a person didn’t succeed. Try again.
duo-needs-script = Duo needs JavaScript, which is switched off in your browser. Switch it on and open this page again, or use another way.
# Read to people who cannot see the frame.
duo-frame = Duo Security
duo-failed = Duo couldn’t be reached. Try again, or use another way.

## Passwords while they are typed

# A button below the password that shows what is typed, and afterwards hides it again.
password-show = Show
password-hide = Hide
# Read to people who cannot see the mark before a rule that the password keeps.
password-rule-met = Done:
