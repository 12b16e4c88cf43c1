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
device-follow = Set up your device with the button below, and follow what it says.
device-restart = When it is done, close this page.
device-come-back = Then go back to what you wanted to open, and sign in again.
device-heading = Set up your device
device-lead = Only devices that your organization knows are let in here.
device-lead-of = { $name } lets in only devices that it knows.
device-set-up = Set up this device
device-set-up-with = Set up with { $name }

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
purpose-channel-lead = Choose what suits you: it all leads to the same.
purpose-channel-button = Continue

purpose-password-elsewhere-heading = Change your password
purpose-password-elsewhere-lead = Your password has run out. You change it at { $place }, then come back here and sign in.
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
consent-always = Always included
identity-read = Before you go on, you can read:

## Ends: what is called so, what it means

end-sign-in = Sign in
end-again = Start again
end-link-dead = This link doesn’t work any more
end-link-expired-lead = It is too old. Go back to where you asked for it, and send it again.
end-link-used-lead = It was used already, or a newer one was sent. Go back to where you asked for it.
end-link-broken-lead = Something about it isn’t right. Go back to where you asked for it, and send it again.
end-close-page = You can close this page
end-moved-lead = You went on in another tab.
end-confirmed = Your email is confirmed
end-confirmed-lead = Go back to the tab where you began. You can close this page.
end-your-code = Your code
end-your-code-lead = Go back to where you began to sign in, and type this code there.
end-refused = The sign-in was refused
end-refused-lead = Nobody got in. If it was you who wanted to, begin again.
end-check-email = Check your email
end-check-email-lead = We sent you an email. Open the link in it to go on; you can close this page.
end-activation-sent-lead = We sent you an email with a new link. Open it to activate your account.
end-activation-expired-lead = The link to activate your account is too old. Ask your administrator for a new one.
end-activation-missing-lead = Perhaps your account is active already: then just sign in. If not, ask your administrator for a new link.
end-reset-link-lead = The link to reset your password is too old or was used. Sign in and choose “Forgot your password?” to get a new one.
end-recovered = Your password is changed
end-recovered-lead = Sign in with the new one.
end-unlocked = Your account is unlocked
end-unlocked-lead = You can sign in as usual.
end-unlocked-landed-lead = Now verify it’s you.
end-reset-not-possible = You can’t reset your password here
end-unlock-not-possible = You can’t unlock your account here
end-ask-administrator-lead = Your administrator can help you.
end-device-connected = Your device is connected
end-device-connected-lead = Go on there. You can close this page.
end-device-not-connected = Your device isn’t connected
end-device-denied-lead = That is because you said no. Begin again on the device if you change your mind.
end-device-fault-lead = Something went wrong. Begin again on the device.
end-too-often = Wait a moment
end-too-often-lead = That was too often in a short time. Wait a few minutes, then try again.
end-not-now = We can’t sign you in right now
end-not-now-lead = The sign-in service has a problem. Nothing is lost; try again in a moment.
end-maintenance-lead = The sign-in service is being looked after. Try again later.
end-no-access = You don’t have access
end-no-access-lead = Your account isn’t allowed to do this. If it should be, ask your administrator.
end-not-assigned-lead = Your account isn’t set up for this application. Ask your administrator for access.
end-registration-failed = Your account isn’t created yet
end-not-possible = That isn’t possible here
end-device-attention = Your device needs attention
end-failed = You can’t sign in this way
end-done = That’s done
end-nothing = You can’t go on here
end-nothing-lead = There is nothing more to do on this page.
end-only-where-you-began = Type it only where you began yourself.

## What scripts say

# A page waits for something elsewhere, and somebody has typed into it meanwhile. A link follows: go-on-from-here.
went-on-elsewhere = Your sign-in has gone on somewhere else.
go-on-from-here = Go on from here
# Read to people who cannot see that a button can be pressed again.
wait-is-over = You can try again now.
# On a button that was pressed, until the next page comes.
busy = One moment…
busy-signing-in = Signing in…
