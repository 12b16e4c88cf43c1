# Słowa stron po polsku.

## Every page

page-title-error = Błąd: { $heading } – { $site }
page-title = { $heading } – { $site }
language = Język:
not-you = To nie Ty?
start-over = Zacznij od nowa

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Słowo lub fraza, którą znasz tylko Ty.
enroll-good-for-email = Kod lub link w wiadomości e-mail.
enroll-good-for-phone = Kod w SMS-ie lub podczas połączenia.
enroll-good-for-phone-messages = Kod w SMS-ie.
enroll-good-for-app = Zatwierdzanie logowania na telefonie jednym dotknięciem.
enroll-good-for-code-app = Aplikacja na telefonie pokazuje kod, także bez dostępu do sieci.
enroll-good-for-code-device = Małe urządzenie, które nosisz przy sobie, pokazuje kod.
enroll-good-for-passkey = Odcisk palca, twarz, kod PIN lub klucz podłączany do urządzenia. Niczego nie trzeba pamiętać.
enroll-good-for-question = Pytanie, na które tylko Ty znasz odpowiedź.
enroll-good-for-account = Konto, które masz w innej usłudze.
enroll-good-for-card = Karta i czytnik.
enroll-good-for-badge = Identyfikator, który przykładasz do telefonu.
enroll-only-for-recovery = Tylko na wypadek utraty dostępu do konta.
enroll-badge-date = Może poczekać do { $date }
enroll-badge-skips = { $count ->
    [one] Można odłożyć jeszcze raz
    [few] Można odłożyć jeszcze { $count } razy
    [many] Można odłożyć jeszcze { $count } razy
   *[other] Można odłożyć jeszcze { $count } raza
}
enroll-badge-now = Wymagane teraz

## What to do in an application or on another device

guide-qr-install = Zainstaluj aplikację { $name } na telefonie.
guide-qr-add = Otwórz ją i wybierz dodanie konta służbowego.
guide-qr-scan = Zeskanuj poniższy kod.
guide-here-install = Pobierz aplikację { $name } na to urządzenie, jeśli jej nie masz.
guide-here-add = Otwórz ją i wybierz dodanie konta służbowego.
guide-here-address = Gdy pojawi się pytanie o adres, wpisz { $address }.
guide-other-open = Otwórz aplikację { $name } na urządzeniu, na którym już jej używasz.
guide-other-open-on = Otwórz aplikację { $name } na jednym z tych urządzeń: { $devices }.
guide-other-add = Wybierz w niej swoje konto, a potem dodanie kolejnego urządzenia.
guide-other-confirm = Potwierdź swoją tożsamość na tym urządzeniu.
guide-open = Otwórz: { $name }
guide-get = Pobierz: { $name }
channel-qrcode = Dla telefonu lub tabletu, który masz obok tego ekranu.
channel-email = Wyślemy link do otwarcia na telefonie.
channel-sms = Wyślemy link do otwarcia na telefonie.
channel-samedevice = Dla aplikacji na urządzeniu, którego teraz używasz.
channel-devicebootstrap = Jeśli używasz już aplikacji na innym urządzeniu.
device-store-apple = Pobierz Okta Verify z App Store.
device-store-google = Pobierz Okta Verify z Google Play.
device-store-other = Pobierz Okta Verify na to urządzenie.
device-add-account = Otwórz aplikację i dodaj konto służbowe.
device-address = Gdy pojawi się pytanie o adres, wpisz { $address }.
device-follow = Skonfiguruj urządzenie za pomocą przycisku poniżej i postępuj zgodnie ze wskazówkami.
device-restart = Po zakończeniu zamknij tę stronę.
device-come-back = Wróć do strony, którą chcesz otworzyć, i zaloguj się ponownie.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = Wpisz następny kod
purpose-next-code-lead = Poczekaj, aż { $name } pokaże kolejny kod, i wpisz go tutaj.
purpose-next-code-button = Zweryfikuj
purpose-touch-heading = Dotknij klucza { $name }
purpose-touch-lead = Podłącz klucz i dotknij go, a kod wpisze się sam.
purpose-touch-button = Zweryfikuj
purpose-touch-enroll-heading = Konfiguracja: { $name }
purpose-touch-enroll-lead = Podłącz klucz i dotknij go, a kod wpisze się sam.
purpose-touch-enroll-button = Skonfiguruj
purpose-two-codes-heading = Konfiguracja: { $name }
purpose-two-codes-lead = Wpisz identyfikator poświadczenia, a potem dwa kolejno wyświetlane kody.
purpose-two-codes-button = Skonfiguruj
purpose-token-enroll-heading = Konfiguracja: { $name }
purpose-token-enroll-lead = Wpisz swoją nazwę użytkownika w tej usłudze i wyświetlany kod.
purpose-token-enroll-button = Skonfiguruj
purpose-passkey-heading = Użyj klucza dostępu
purpose-passkey-lead = Urządzenie poprosi o odcisk palca, twarz, kod PIN lub klucz bezpieczeństwa.
purpose-passkey-button = Dalej
purpose-passkey-enroll-heading = Skonfiguruj klucz dostępu
purpose-passkey-enroll-lead = Urządzenie poprosi o odcisk palca, twarz, kod PIN lub klucz bezpieczeństwa. Niczego nie trzeba pamiętać.
purpose-passkey-enroll-button = Skonfiguruj
purpose-passkey-promoted-heading = Następnym razem zaloguj się szybciej
purpose-passkey-promoted-lead = Dzięki kluczowi dostępu odcisk palca, twarz lub kod PIN zastępują kody i hasła.
purpose-passkey-promoted-button = Utwórz klucz dostępu
purpose-not-sent-heading = Uzyskaj kod
purpose-not-sent-lead = Wyślij kod na { $place }, a potem wpisz go tutaj.
purpose-not-sent-button = Zweryfikuj
purpose-email-or-link-heading = Sprawdź pocztę e-mail
purpose-email-or-link-lead = Wysłaliśmy kod na { $place }. Wpisz go tutaj lub otwórz link z wiadomości. Może to potrwać minutę.
purpose-email-or-link-button = Zweryfikuj
purpose-pin-enroll-heading = Wybierz kod PIN
purpose-pin-enroll-lead = { $name } wymaga go przy każdym użyciu.
purpose-pin-enroll-button = Ustaw kod PIN
purpose-badge-enroll-heading = Konfiguracja: { $name }
purpose-badge-enroll-lead = Otwórz Okta Verify i przyłóż identyfikator do tyłu telefonu.
purpose-badge-enroll-button = Dalej
purpose-badge-heading = Użyj: { $name }
purpose-badge-lead = Przyłóż identyfikator do tyłu telefonu.
purpose-badge-button = Dalej
purpose-push-heading = Weryfikacja: { $name }
purpose-push-lead = Poprosimy o zatwierdzenie na urządzeniu { $place }.
purpose-push-button = Wyślij powiadomienie push
purpose-fastpass-heading = Weryfikacja: { $name }
purpose-fastpass-lead = { $name } na tym urządzeniu potwierdzi Twoją tożsamość.
purpose-fastpass-button = Użyj Okta FastPass
purpose-recovery-choice-heading = Zresetuj hasło
purpose-recovery-choice-lead = Najpierw wybierz sposób potwierdzenia tożsamości.
purpose-recovery-choice-button = Dalej
purpose-channel-heading = Konfiguracja: { $name }
purpose-channel-lead = Wybierz dogodny sposób. Wynik będzie ten sam.
purpose-channel-button = Dalej
purpose-password-elsewhere-heading = Zmień hasło
purpose-password-elsewhere-lead = Twoje hasło wygasło. Zmień je na { $place }, a potem wróć tutaj i zaloguj się.
purpose-password-elsewhere-button = Dalej
purpose-admin-consent-heading = Przyznać dostęp do Twojej organizacji?
purpose-admin-consent-lead = { $place } uzyska te uprawnienia w imieniu wszystkich osób w Twojej organizacji:
purpose-admin-consent-button = Zezwól na dostęp
purpose-open-app-heading = Weryfikacja przez Okta Verify
purpose-open-app-lead = Otwórz Okta Verify na tym urządzeniu, aby kontynuować. Jeśli nic się nie dzieje, najpierw pobierz aplikację albo zaloguj się w inny sposób.
purpose-open-app-button = Dalej
purpose-browser-checks-heading = Chwileczkę
purpose-browser-checks-lead = Przeglądarka i Twoja organizacja sprawdzają to urządzenie.
purpose-browser-checks-button = Dalej
purpose-device-confirms-heading = Weryfikacja na tym urządzeniu
purpose-device-confirms-lead = Urządzenie potwierdzi Twoją tożsamość. Może poprosić o odcisk palca, twarz lub kod blokady.
purpose-device-confirms-button = Dalej
purpose-no-answer-heading = Zaloguj się w inny sposób
purpose-no-answer-lead = Okta Verify na tym urządzeniu nie odpowiada.
purpose-no-answer-button = Dalej
purpose-card-heading = Zaloguj się kartą inteligentną
purpose-card-lead = Najpierw włóż kartę do czytnika.
purpose-card-button = Dalej
purpose-card-factor-heading = Użyj karty inteligentnej
purpose-card-factor-lead = Najpierw włóż kartę do czytnika. Na chwilę przejdziesz na inną stronę, a potem wrócisz tutaj.
purpose-card-factor-button = Dalej
purpose-card-enroll-heading = Skonfiguruj kartę inteligentną
purpose-card-enroll-lead = Najpierw włóż kartę do czytnika. Na chwilę przejdziesz na inną stronę, a potem wrócisz tutaj.
purpose-card-enroll-button = Dalej
purpose-account-enroll-heading = Połącz: { $name }
purpose-account-enroll-lead = Wystarczy raz się tam zalogować, a potem wrócisz tutaj.
purpose-account-enroll-button = Dalej
purpose-phone-enroll-heading = Skonfiguruj telefon
purpose-phone-enroll-lead = Wyślemy kod, aby sprawdzić, czy do Ciebie dociera.
purpose-phone-enroll-button = Wyślij kod
purpose-call-enroll-heading = Odbierz telefon
purpose-call-enroll-lead = Dzwonimy na { $place }. Wpisz kod, który usłyszysz.
purpose-call-enroll-button = Zweryfikuj
purpose-secret-enroll-heading = Konfiguracja: { $name }
purpose-secret-enroll-lead = Dodaj konto w aplikacji za pomocą tego klucza, a potem wpisz wyświetlony kod.
purpose-secret-enroll-button = Zweryfikuj
purpose-look-for-app-heading = Weryfikacja przez Okta Verify
purpose-look-for-app-lead = Szukamy Okta Verify na tym urządzeniu. Aplikacja może poprosić o odcisk palca, twarz lub kod blokady.
purpose-look-for-app-button = Dalej
purpose-busy-heading = Poczekaj chwilę
purpose-busy-lead = Usługa logowania jest przeciążona. Automatycznie spróbujemy ponownie i nic nie przepadnie.
purpose-busy-button = Sprawdź ponownie
purpose-activation-heading = Nowa wiadomość aktywacyjna
purpose-activation-lead = Wyślemy Ci kolejny link do aktywacji konta.
purpose-activation-button = Wyślij wiadomość
purpose-profile-heading = Uzupełnij profil
purpose-profile-lead = Brakuje kilku informacji o Tobie. Pytamy o nie tylko raz.
purpose-profile-button = Dalej

## Questions that belong together in a form about a person

profile-address = Adres

## Facts beside a step

identity-terms = Warunki użytkowania
identity-privacy = Polityka prywatności
identity-read = Zanim przejdziesz dalej, możesz przeczytać:

## Ends: what is called so, what it means

end-link-expired-lead = Link wygasł. Wróć do strony, z której pochodzi prośba o link, i wyślij go ponownie.
end-link-used-lead = Link został już użyty albo wysłano nowszy. Wróć do strony, z której pochodzi prośba o link.
end-link-broken-lead = Z linkiem jest coś nie tak. Wróć do strony, z której pochodzi prośba o link, i wyślij go ponownie.
end-moved-lead = Logowanie trwa na innej karcie.
end-confirmed-heading = Adres e-mail potwierdzony
end-confirmed-lead = Wróć do karty, na której zaczęło się logowanie. Możesz zamknąć tę stronę.
end-your-code-lead = Wróć tam, gdzie zaczęło się logowanie, i wpisz tam ten kod.
end-refused-lead = Nikt się nie zalogował. Jeśli to Ty chcesz się zalogować, zacznij od nowa.
end-check-email-lead = Wysłaliśmy Ci wiadomość e-mail. Otwórz zawarty w niej link, aby kontynuować. Możesz zamknąć tę stronę.
end-activation-sent-lead = Wysłaliśmy Ci wiadomość e-mail z nowym linkiem. Otwórz go, aby aktywować konto.
end-activation-expired-lead = Link do aktywacji konta wygasł. Poproś administratora o nowy.
end-activation-missing-lead = Być może Twoje konto jest już aktywne. Jeśli tak, po prostu się zaloguj. Jeśli nie, poproś administratora o nowy link.
end-reset-link-lead = Link do resetowania hasła wygasł lub został użyty. Przejdź do logowania i wybierz „Nie pamiętasz hasła?”, aby otrzymać nowy.
end-recovered-lead = Zaloguj się nowym hasłem.
end-unlocked-lead = Możesz zalogować się jak zwykle.
end-unlocked-landed-lead = Teraz potwierdź swoją tożsamość.
end-reset-not-possible-heading = Tutaj nie można zresetować hasła
end-unlock-not-possible-heading = Tutaj nie można odblokować konta
end-ask-administrator-lead = Administrator może Ci pomóc.
end-device-connected-lead = Kontynuuj na urządzeniu. Możesz zamknąć tę stronę.
end-device-denied-lead = Połączenie zostało odrzucone. Jeśli zmienisz zdanie, zacznij od nowa na urządzeniu.
end-device-fault-lead = Coś poszło nie tak. Zacznij od nowa na urządzeniu.
end-too-often-lead = Zbyt wiele prób w krótkim czasie. Poczekaj kilka minut i spróbuj ponownie.
end-not-now-lead = Usługa logowania ma problem. Nic nie przepadło. Spróbuj ponownie za chwilę.
end-maintenance-lead = Trwają prace konserwacyjne usługi logowania. Spróbuj ponownie później.
end-no-access-heading = Nie masz dostępu
end-no-access-lead = Twoje konto nie ma tu uprawnień. Jeśli powinno je mieć, zwróć się do administratora.
end-not-assigned-lead = Twoje konto nie jest skonfigurowane dla tej aplikacji. Poproś administratora o dostęp.
end-registration-failed-heading = Konto nie zostało jeszcze utworzone
end-not-possible-heading = Tutaj nie jest to możliwe
continue = Dalej
verify = Zweryfikuj
go-back = Wróć
start-again = Zacznij od nowa
read-more = Więcej informacji:

## Signing in

sign-in = Zaloguj się
continue-signing-in-heading = Kontynuuj logowanie
wait-heading = Poczekaj chwilę
skip-heading = Możesz to zrobić później
redirect-and-back = Na chwilę przejdziesz na inną stronę, a potem wrócisz tutaj.
continue-for-now = Na razie kontynuuj
stay-signed-in-heading = Zachować sesję na tym urządzeniu?
stay-signed-in-where = Na urządzeniu, z którego korzystasz tylko Ty, oszczędza to czas.
stay-signed-in = Zachowaj sesję
stay-signed-in-refuse = Nie zachowuj sesji

## Proving who one is

verify-heading = Potwierdź swoją tożsamość
verify-choose = Wybierz sposób potwierdzenia tożsamości.
verify-with-heading = Weryfikacja: { $authenticator }
verify-identity-heading = Zweryfikuj swoją tożsamość
verify-identity-by-service = Usługa, której ufa Twoja organizacja, sprawdzi Twoją tożsamość, a potem wrócisz tutaj.
okta-verify-heading = Weryfikacja przez Okta Verify
okta-verify-looking = Szukamy Okta Verify na tym urządzeniu.
open-okta-verify = Otwórz Okta Verify
security-question-heading = Odpowiedz na pytanie zabezpieczające
pin-heading = Wpisz kod PIN
needs-script = Ta strona nie obsługuje jeszcze tego kroku. Poproś administratora o inny sposób.
needs-script-other-way = Ta strona nie obsługuje jeszcze tego kroku. Użyj innego sposobu.

## Codes

code-heading = Wpisz kod
code-shown-by-app = Otwórz aplikację { $authenticator } i wpisz wyświetlony kod.
code-from-device = Wpisz kod z urządzenia { $authenticator }.
access-code-heading = Wpisz kod dostępu
access-code-from = Ten kod otrzymujesz od administratora.
check-email-heading = Sprawdź pocztę e-mail
email-code-sent-to = Wysłaliśmy kod na { $place }. Może to potrwać minutę.
email-code-sent = Wysłaliśmy Ci kod. Może to potrwać minutę.
check-phone-heading = Sprawdź telefon
text-message-sent-to = Wysłaliśmy SMS z kodem na { $place }.
text-message-sent = Wysłaliśmy Ci SMS z kodem.
code-sent-to = Wysłaliśmy kod na { $place }.
code-sent-to-phone = Wysłaliśmy kod na Twój telefon.
call-heading = Odbierz telefon
calling-to = Dzwonimy na { $place }. Wpisz kod, który usłyszysz.
calling = Dzwonimy do Ciebie. Wpisz kod, który usłyszysz.
code-by-email-heading = Uzyskaj kod e-mailem
code-by-email-to = Wyślemy go na { $place }.
code-by-email = Wyślemy go na Twój adres.
code-by-phone-heading = Uzyskaj kod przez telefon
code-by-phone-to = Kod trafi na { $place }.
code-by-phone = Kod trafi na Twój telefon.

## Approving on a telephone

push-choose-number = Otwórz aplikację { $authenticator } i wybierz tę liczbę, aby zatwierdzić logowanie.
push-approve = Zatwierdź logowanie w aplikacji { $authenticator }.
waiting-for-phone = Czekamy na Twój telefon…
waiting-for-email = Czekamy na otwarcie wiadomości e-mail…
waiting = Czekamy…

## Passwords

password-heading = Wpisz hasło
choose-password-heading = Wybierz hasło
new-password-heading = Wybierz nowe hasło
change-password-heading = Zmień hasło
reset-password-heading = Zresetuj hasło
reset-password-who = Najpierw powiedz nam, kim jesteś.
set-password = Ustaw hasło
password-has-run-out = Twoje hasło wygasło.
password-runs-out = { $days ->
    [0] Twoje hasło wygasa dzisiaj. Zmień je teraz lub później.
    [1] Twoje hasło wygasa jutro. Zmień je teraz lub później.
    [few] Twoje hasło wygasa za { $days } dni. Zmień je teraz lub później.
    [many] Twoje hasło wygasa za { $days } dni. Zmień je teraz lub później.
   *[other] Twoje hasło wygasa za { $days } dnia. Zmień je teraz lub później.
}
password-runs-out-soon = Twoje hasło wkrótce wygaśnie. Zmień je teraz lub później.
change-password-at = Zmień je na { $place }
password-rules = Wymagania dotyczące hasła
password-rule-length = { $count ->
    [one] Co najmniej jeden znak
    [few] Co najmniej { $count } znaki
    [many] Co najmniej { $count } znaków
   *[other] Co najmniej { $count } znaku
}
password-rule-upper-case = { $count ->
    [one] Wielka litera
    [few] { $count } wielkie litery
    [many] { $count } wielkich liter
   *[other] { $count } wielkiej litery
}
password-rule-lower-case = { $count ->
    [one] Mała litera
    [few] { $count } małe litery
    [many] { $count } małych liter
   *[other] { $count } małej litery
}
password-rule-numbers = { $count ->
    [one] Cyfra
    [few] { $count } cyfry
    [many] { $count } cyfr
   *[other] { $count } cyfry
}
password-rule-symbols = { $count ->
    [one] Symbol
    [few] { $count } symbole
    [many] { $count } symboli
   *[other] { $count } symbolu
}
password-rule-repeating = { $count ->
    [one] Ten sam znak nie może się powtarzać pod rząd
    [few] Ten sam znak najwyżej { $count } razy pod rząd
    [many] Ten sam znak najwyżej { $count } razy pod rząd
   *[other] Ten sam znak najwyżej { $count } raza pod rząd
}
password-rule-username = Bez żadnej części nazwy użytkownika
password-rule-first-name = Bez Twojego imienia
password-rule-last-name = Bez Twojego nazwiska
password-rule-history = { $count ->
    [one] Inne niż Twoje ostatnie hasło
    [few] Inne niż Twoje ostatnie { $count } hasła
    [many] Inne niż Twoje ostatnie { $count } haseł
   *[other] Inne niż Twoje ostatnie { $count } hasła
}

## Setting up

set-up-heading = Skonfiguruj sposób logowania
set-up-another = Dodaj kolejny sposób potwierdzania tożsamości lub zrób to później.
set-up-first = Wybierz, co chcesz skonfigurować najpierw.
set-up-differently-heading = Skonfiguruj w inny sposób
set-up-it-heading = Konfiguracja
set-up-with-heading = Konfiguracja: { $authenticator }
set-up-phone-heading = Skonfiguruj telefon
set-up-phone-check = Wyślemy kod, aby sprawdzić, czy do Ciebie dociera.
set-up-question-heading = Skonfiguruj pytanie zabezpieczające
set-up-question-answer = Wybierz odpowiedź, którą znasz tylko Ty i która się nie zmienia.
set-up-okta-verify-heading = Skonfiguruj Okta Verify
set-up-okta-verify-where = Dokąd wysłać link?
set-up-scan-with = Zeskanuj ten kod aplikacją { $authenticator }, a potem wpisz wyświetlony kod.
set-up-on-this-device = Otwórz aplikację { $authenticator } na tym urządzeniu i dodaj w niej swoje konto.
set-up-from-other-device = Otwórz aplikację { $authenticator } na urządzeniu, na którym już jej używasz, i dodaj w niej to urządzenie.
set-up-install-and-scan = Zainstaluj aplikację { $authenticator } na telefonie, wybierz dodanie konta i zeskanuj ten kod.
link-sent-to = Wysłaliśmy link na { $place }. Otwórz go na telefonie.
link-sent-by-email = Wysłaliśmy Ci e-mail z linkiem. Otwórz go na telefonie.
link-sent-by-text-message = Wysłaliśmy Ci SMS z linkiem. Otwórz go na telefonie.
key-instead = Nie możesz zeskanować kodu? Wpisz zamiast tego ten klucz:
key-to-type = Wpisz ten klucz w aplikacji:
qr-code-for = Kod QR do konfiguracji: { $authenticator }
qr-code-for-app = Kod QR do konfiguracji aplikacji

## Accounts

sign-up-heading = Utwórz konto
sign-up = Zarejestruj się
profile-heading = Uzupełnij profil
unlock-account-heading = Odblokuj konto
unlock-account-who = Powiedz nam, kim jesteś i jak możemy to sprawdzić.
activation-email-heading = Nowa wiadomość aktywacyjna
send-the-email = Wyślij wiadomość

## Devices

connect-device-heading = Połącz urządzenie
connect-device-code = Wpisz kod wyświetlany na urządzeniu.
device-attention-heading = Twoje urządzenie wymaga uwagi
device-set-up-heading = Skonfiguruj urządzenie
device-set-up-for = { $organization } dopuszcza tylko urządzenia, którymi zarządza. Skonfiguruj swoje urządzenie i zaloguj się ponownie.
device-set-up = Dostęp mają tu tylko urządzenia zarządzane. Skonfiguruj swoje urządzenie i zaloguj się ponownie.
device-set-up-button-with = Skonfiguruj przez { $vendor }
device-set-up-button = Skonfiguruj to urządzenie
fact-managed-with = Zarządzanie przez

## Giving access

consent-heading = Przyznać dostęp do Twojego konta?
consent-asked-by = { $application } prosi o te uprawnienia:
consent-asked = Ta aplikacja prosi o te uprawnienia:
consent-allow = Zezwól na dostęp
consent-refuse = Nie zezwalaj
scopes-always = Zawsze uwzględnione
email-consent-heading = Czy to Ty próbujesz się zalogować?
email-consent-if-not = Jeśli to nie Ty, odpowiedz „nie”. Nikt się nie zaloguje.
email-consent-allow = Tak, to ja
email-consent-refuse = Nie, to nie ja

## Buttons that send something

send-again = Wyślij ponownie
send-code = Wyślij kod
send-link = Wyślij link
send-text-message = Wyślij SMS
send-email = Wyślij mi e-mail
send-push = Wyślij powiadomienie push
call-me = Zadzwoń do mnie
check-now = Sprawdź teraz
check-again = Sprawdź ponownie

## Other ways, offered as links below what a page is for

way-forgot-password = Nie pamiętasz hasła?
way-forgot-pin = Nie pamiętasz kodu PIN?
way-lost-authenticator = Nie masz do niego dostępu?
way-send-code-again = Wyślij kod ponownie
way-new-code = Uzyskaj nowy kod
way-link-opened = Link z wiadomości jest już otwarty
way-sign-in-differently = Zaloguj się w inny sposób
way-other-authenticator = Użyj innego sposobu
way-set-up-something-else = Skonfiguruj coś innego
way-other-channel = Skonfiguruj w inny sposób
way-unlock-account = Odblokuj konto
way-have-account = Mam już konto
way-sign-in-with-username = Zaloguj się nazwą użytkownika
way-okta-fastpass = Zaloguj się przez Okta FastPass
way-change-number = Zmień numer
way-passkey = Zaloguj się kluczem dostępu
way-create-passkey = Utwórz klucz dostępu
way-where-to-send = Wskaż, dokąd wysłać link
way-badge = Zaloguj się identyfikatorem
way-new-activation-email = Wyślij nową wiadomość aktywacyjną
way-choose-method = Wybierz sposób kontaktu
way-enter-code = Wpisz kod
way-later = Zrób to później
way-skip = Na razie pomiń
sign-in-with-smart-card = Zaloguj się kartą inteligentną
continue-with-provider = Kontynuuj przez { $provider }
continue-elsewhere = Kontynuuj tam

## Authenticators: ways of proving who one is, as names

authenticator-password = Hasło
authenticator-email = E-mail
authenticator-phone = Telefon
authenticator-okta-verify = Okta Verify
authenticator-code-app = Aplikacja uwierzytelniająca
authenticator-code-device = Generator kodów
authenticator-security-key = Klucz bezpieczeństwa
authenticator-security-question = Pytanie zabezpieczające
authenticator-duo = Duo Security
authenticator-identity-provider = Inne konto
authenticator-smart-card = Karta inteligentna
authenticator-access-code = Tymczasowy kod dostępu
authenticator-badge = Identyfikator
authenticator-other = Inny sposób
nickname-and-place = { $nickname }, { $place }
method-text-message = SMS
method-phone-call = Połączenie telefoniczne

## What happens when an authenticator is used in one of its ways

use-push = Otrzymaj powiadomienie push
use-code = Wpisz kod
use-okta-fastpass = Użyj Okta FastPass
use-text-message = Otrzymaj SMS
use-phone-call = Odbierz połączenie
use-email = Otrzymaj e-mail
use-qr-code = Zeskanuj kod QR
use-this-device = Użyj tego urządzenia
use-another-device = Użyj innego swojego urządzenia

## Fields

field-password = Hasło
field-new-password = Nowe hasło
field-code = Kod
field-device-code = Kod na urządzeniu
field-code-of-key = Kod z klucza
field-credential-id = Identyfikator poświadczenia
field-user-name = Nazwa użytkownika
field-new-pin = Nowy kod PIN
field-next-code = Następny kod
field-pin = Kod PIN
field-access-code = Kod dostępu
field-remember-me = Nie wylogowuj mnie
field-revoke-sessions = Wyloguj mnie wszędzie indziej
field-method = Jak mamy się z Tobą skontaktować?
field-authenticator = Jak chcesz potwierdzić swoją tożsamość?
field-phone-number = Numer telefonu
field-which-question = Które pytanie wybierasz?
field-question = Pytanie
field-answer = Odpowiedź
field-optional = (opcjonalnie)
field-error = Błąd:
field-account = Konto
hint-phone-number = Z kodem kraju, np. +1 415 555 0123
choose-one = Wybierz
option-number = Opcja { $number }

## What was wrong with a field

fault-no-password = Wpisz hasło.
fault-no-new-password = Wpisz hasło.
fault-no-code = Wpisz kod.
fault-no-choice = Wybierz odpowiedź: { $field }
fault-missing = Uzupełnij pole: { $field }.
fault-not-offered = Wybierz jedną z poniższych odpowiedzi.
fault-not-yes-or-no = Zaznacz pole lub pozostaw je puste.

## What went wrong, and other news of the sign-in service

server-says-nothing = Coś się nie zgadza. Sprawdź wpisane dane i spróbuj ponownie.
server-no-match = Dane są nieprawidłowe. Sprawdź je i spróbuj ponownie.
server-wrong-password = Hasło jest nieprawidłowe. Sprawdź je i spróbuj ponownie.
server-wrong-code = Kod jest nieprawidłowy. Sprawdź go i spróbuj ponownie.
server-wrong-code-of-message = Kod jest nieprawidłowy. Sprawdź najnowszą wiadomość i spróbuj ponownie.
server-wrong-code-of-app = Kod jest nieprawidłowy. Kody często się zmieniają, więc wpisz ten, który widać teraz.
server-used-code = Ten kod został już użyty. Poczekaj na następny.
server-next-code = Kod jest prawidłowy. Jeszcze jeden i gotowe.
server-wrong-answer = Odpowiedź jest nieprawidłowa. Spróbuj ponownie.
server-app-too-old = Wersja Okta Verify na telefonie jest za stara. Zaktualizuj aplikację i zacznij od nowa.
server-app-too-old-for-push = Wersja Okta Verify na telefonie jest za stara. Zaktualizuj aplikację i wyślij powiadomienie ponownie.
server-wants-biometrics = Twoja organizacja wymaga też odcisku palca lub twarzy. Włącz tę opcję w aplikacji na telefonie i wyślij powiadomienie ponownie.
server-safe-mode = Trwają prace konserwacyjne usługi logowania, więc niektórych rzeczy nie można teraz zmienić. Spróbuj ponownie później.
server-account-exists = Konto z tymi danymi już istnieje. Zaloguj się na nie lub podaj inne dane.
server-password-breaks-rules = To hasło nie spełnia wszystkich wymagań. Sprawdź listę i wpisz inne.
server-password-expiring = Gdy hasło wygaśnie, przed zalogowaniem trzeba będzie je zmienić.
server-unknown-user = Nie ma konta o tej nazwie. Sprawdź ją i spróbuj ponownie.
server-no-username = Wpisz nazwę użytkownika.
server-not-an-email = Wpisz adres e-mail, np. name@example.com.
server-invalid-phone-number = Nie możemy połączyć się z tym numerem. Sprawdź go razem z kodem kraju.
server-device-refused = Urządzenie nie jest połączone, ponieważ połączenie zostało odrzucone.
server-device-failed = Urządzenie nie jest połączone, ponieważ coś poszło nie tak.
server-too-many-text-messages = Zbyt wiele próśb o SMS. Poczekaj trochę lub użyj innego sposobu.
server-too-many-calls = Zbyt wiele próśb o połączenie. Poczekaj trochę lub użyj innego sposobu.
server-too-many-requests = Zbyt wiele prób. Poczekaj kilka minut i spróbuj ponownie.
server-access-denied = Twoje konto nie ma tu uprawnień. Jeśli powinno je mieć, zwróć się do administratora.
server-not-assigned = Twoje konto nie jest skonfigurowane dla tej aplikacji. Poproś administratora o dostęp.
server-too-late = Upłynął limit czasu. Wyślij ponownie.
server-push-rejected = Logowanie zostało odrzucone na telefonie. Jeśli to pomyłka, wyślij powiadomienie ponownie.
server-sign-in-refused = Logowanie zostało odrzucone. Nikt się nie zalogował.
server-session-expired = Sesja wygasła z powodu braku aktywności. Zacznij od nowa.
server-internal-error = Usługa logowania ma problem. Nic nie przepadło. Spróbuj ponownie za chwilę.
server-unreadable = Usługa logowania nie mogła odczytać danych. Spróbuj ponownie.
server-unlocked = Twoje konto jest odblokowane.
server-unlocked-verify = Twoje konto jest odblokowane. Teraz potwierdź swoją tożsamość.
server-email-sent = Wysłaliśmy Ci wiadomość e-mail. Otwórz zawarty w niej link, aby kontynuować.
server-link-expired = Ten link wygasł. Wróć do strony, z której pochodzi prośba o link, i wyślij go ponownie.
server-link-used = Ten link został już użyty. Wróć do strony, z której pochodzi prośba o link.
server-link-unusable = Nie udało się użyć tego linku. Wróć do strony, z której pochodzi prośba o link.
server-reset-link-unusable = Link do resetowania hasła już nie działa. Poproś o nowy.
server-other-tab = Logowanie trwa na innej karcie. Tę możesz zamknąć.
server-code-for-first-tab = Wróć tam, gdzie zaczęło się logowanie, i wpisz tam ten kod.

## The end of a sign-in that is no success

end-heading = Nie można tu kontynuować
end-failed-heading = W ten sposób nie można się zalogować
end-succeeded-heading = Gotowe
end-nothing-more = Na tej stronie nie ma już nic do zrobienia.
end-not-now-heading = Teraz nie możemy Cię zalogować
end-unlocked-heading = Konto jest odblokowane
end-password-changed-heading = Hasło zostało zmienione
end-device-connected-heading = Urządzenie jest połączone
end-device-not-connected-heading = Urządzenie nie jest połączone
your-code-heading = Twój kod
end-close-page-heading = Możesz zamknąć tę stronę
end-link-dead-heading = Ten link już nie działa
end-refused-heading = Logowanie zostało odrzucone
code-elsewhere-warning = Wpisz go tylko w miejscu, w którym logujesz się osobiście.
fact-browser = Przeglądarka
fact-system = System
fact-place = Miejsce

## Asking for a stronger or more recent sign-in

confirm-heading = Potwierdź, że to Ty
confirm-lead = Ta strona wymaga silniejszego lub nowszego logowania.
confirm-framed-lead = Ta część strony wymaga silniejszego lub nowszego logowania. Aby ją zobaczyć, potwierdź swoją tożsamość w pełnym oknie.
confirm-framed-link = Otwórz w pełnym oknie
confirm-form-heading = Formularz nie został wysłany
confirm-form-lead = Najpierw wymagane jest silniejsze lub nowsze logowanie, więc nic nie zostało zapisane.
confirm-form-advice = Jeśli chcesz skopiować wpisane dane, najpierw wróć. Potem potwierdź swoją tożsamość i wyślij formularz ponownie.
confirm-form-button = Potwierdź, że to Ty
step-up-notice = Masz otwartą sesję, ale strona, którą chcesz otworzyć, wymaga silniejszego lub nowszego logowania. Potwierdź swoją tożsamość, aby kontynuować.
level-heading = Ta strona wymaga silniejszego logowania
level-lead = To logowanie nie spełnia wymagań tej strony. Wszystko inne działa jak dotąd.
level-advice = Możesz spróbować ponownie za minutę. Jeśli to nie pomoże, zapytaj opiekuna tej witryny, jakiego sposobu logowania potrzebujesz.
level-retry = Spróbuj ponownie
level-home = Przejdź do strony początkowej

## Links in mails that activate or recover an account

activate-heading = Aktywuj konto
activate-lead = Naciśnij przycisk, aby skonfigurować konto w { $site }.
activate-button = Aktywuj moje konto
recover-heading = Odzyskaj dostęp do konta
recover-lead = Naciśnij przycisk, aby wybrać nowy sposób logowania do { $site }.
link-signed-in = W tej przeglądarce trwa sesja użytkownika { $account }. Gdy skończysz, sesja zostanie zamknięta.
link-signed-in-unnamed = W tej przeglądarce trwa już czyjaś sesja. Gdy skończysz, sesja zostanie zamknięta.
link-incomplete-heading = Ten link jest niepełny
link-incomplete-lead = Część linku zginęła po drodze. Otwórz go ponownie z wiadomości lub skopiuj cały adres.
link-dead-heading = Ten link już nie działa
link-dead-activate = Link został już użyty lub wygasł. Jeśli Twoje konto jest aktywne, zaloguj się. W przeciwnym razie poproś o nowy link.
link-dead-recover = Link został już użyty lub wygasł. Zacznij od nowa i poproś o nowy.
link-unusable-heading = Tutaj nie można aktywować kont
link-unusable-lead = Link jest w porządku. Ta witryna nie jest do tego skonfigurowana. Powiadom jej opiekuna.
link-sign-in = Przejdź do logowania

## What scripts say

went-on-elsewhere = Logowanie jest kontynuowane w innym miejscu.
go-on-from-here = Kontynuuj stąd
wait-is-over = Możesz teraz spróbować ponownie.
busy = Chwileczkę…
busy-signing-in = Trwa logowanie…

## Pages on which something goes on or begins again

signing-in-as = Logowanie jako
summary-heading = Wystąpił problem
try-again = Spróbuj ponownie
reference = Numer referencyjny
continue-heading = Zaloguj się, aby kontynuować
continue-lead = Aby korzystać z { $site }, zaloguj się.
continue-to-site = Przejdź do { $site }
cookies-needed-heading = Zezwól na pliki cookie, aby się zalogować
cookies-needed = Logowanie wymaga plików cookie, a przeglądarka nie zachowała naszych.
cookies-needed-how = Zezwól na pliki cookie tej witryny w ustawieniach przeglądarki i spróbuj ponownie.
unreachable-heading = Nie możemy połączyć się z usługą logowania
unreachable-lead = Nic nie przepadło. Spróbuj ponownie za chwilę.
busy-lead = Zbyt wiele osób loguje się jednocześnie lub prób było zbyt dużo. { $when }
try-again-later = Spróbuj ponownie za kilka minut.
try-again-in-seconds = { $seconds ->
    [one] Spróbuj ponownie za sekundę.
    [few] Spróbuj ponownie za { $seconds } sekundy.
    [many] Spróbuj ponownie za { $seconds } sekund.
   *[other] Spróbuj ponownie za { $seconds } sekundy.
}
try-again-in-minutes = { $minutes ->
    [one] Spróbuj ponownie za minutę.
    [few] Spróbuj ponownie za { $minutes } minuty.
    [many] Spróbuj ponownie za { $minutes } minut.
   *[other] Spróbuj ponownie za { $minutes } minuty.
}
expired-heading = To logowanie wygasło
expired-lead = Aby chronić Twoje konto, kończymy logowanie, które trwa zbyt długo.
leave-heading = Chwileczkę
leave-to = Przechodzimy do { $host }.
leave-lead = Trwa przekierowanie.
form-lost-heading = Formularz nie został wysłany
form-lost = Sesja zakończyła się, zanim formularz dotarł do aplikacji, więc nic nie zostało zapisane.
form-lost-how = Jeśli chcesz skopiować wpisane dane, najpierw wróć. Potem zaloguj się i wyślij formularz ponownie.
framed-heading = Sesja się zakończyła
framed-lead = Aby zobaczyć tę część strony, zaloguj się ponownie w pełnym oknie.
framed-open = Otwórz w pełnym oknie
code-elsewhere = Wróć do przeglądarki, w której zaczęło się logowanie, i wpisz tam ten kod.
code-elsewhere-if-not = Wpisz go tylko w miejscu, w którym logujesz się osobiście. Jeśli ktoś prosi Cię o kod lub to nie Ty się logujesz, zamknij tę stronę.
already-signed-in-heading = Masz już otwartą sesję
already-signed-in-as = Twoje konto: { $account }.
already-signed-in-lead = Nie ma tu już nic do zrobienia.
begun-already-heading = Logowanie już trwa
begun-already = Dokończ jedno z rozpoczętych logowań, tutaj lub na innej karcie. Potem otwórz tę stronę ponownie.
begun-already-go-on = Kontynuuj najnowsze
notice-unconfirmed = Nie wiemy, czy dane dotarły. Oto obecny etap logowania.
notice-changed = W międzyczasie strona się zmieniła, więc nic nie zostało wysłane. Sprawdź ją jeszcze raz.
notice-shortened = Adres poprzedniej strony był bardzo długi. Po zalogowaniu może być konieczne ponowne wyszukanie.

## Signing out

sign-out-heading = Wylogować się?
sign-out = Wyloguj się
sign-out-account = Twoje konto w { $site }: { $account }.
sign-out-lead = Aby znów korzystać z { $site }, trzeba będzie się zalogować.
signed-out-heading = Wylogowano
signed-out-lead = Sesja w { $site } w tej przeglądarce jest zakończona.
signed-out-in-part = Jedna z naszych usług jest niedostępna, więc pełne wylogowanie może potrwać kilka minut.
signed-out-here-only = Nie możemy połączyć się z usługą logowania, więc sesja w niej może być nadal otwarta.
sign-in-again = Zaloguj się ponownie

## Requests that cannot be answered

go-to-start = Przejdź do strony początkowej
bad-request-heading = Nie możemy otworzyć tego adresu
bad-request = Część adresu jest błędna lub jej brakuje. Sprawdź adres lub zacznij od strony początkowej.
foreign-post-heading = Zatrzymaliśmy to żądanie
foreign-post = Nie pochodzi ze strony tej witryny, więc nic nie zostało wykonane. Jeśli pochodzi od Ciebie, otwórz stronę ponownie i powtórz czynność.
forbidden-heading = Nie masz dostępu do tej strony
forbidden = Twoje konto nie ma uprawnień do jej wyświetlania. Jeśli powinno je mieć, zwróć się do opiekuna tej witryny.
not-found-heading = Pod tym adresem nic nie ma
not-found = Strona mogła zostać przeniesiona albo w adresie jest literówka.
wrong-method-heading = Ta strona tego nie obsługuje
wrong-method = Adres jest prawidłowy, ale nie przyjmuje takich żądań. Nic nie zostało zmienione.
too-large-heading = Za dużo danych naraz
too-large = Wysłane dane są większe, niż przyjmuje ta witryna. Nic nie zostało zapisane. Wyślij mniej lub w mniejszych częściach.
misdirected-heading = Ten adres należy do innej witryny
misdirected = Przeglądarka poprosiła nas o stronę, która znajduje się gdzie indziej. Otwórz adres ponownie w nowym oknie.
too-many-requests = Zbyt wiele prób w krótkim czasie. { $when }
cookies-too-large-heading = Przeglądarka wysłała zbyt dużo danych
cookies-too-large = Pliki cookie tej witryny zajmują zbyt dużo miejsca. Usuń je i spróbuj ponownie.
internal-heading = Coś poszło nie tak po naszej stronie
internal = To nie Twoja wina. Spróbuj ponownie za chwilę.
bad-gateway-heading = Aplikacja nie odpowiada
bad-gateway = Nie można teraz połączyć się z { $site }. Spróbuj ponownie za chwilę.
unavailable-heading = Nie możemy teraz tego otworzyć
unavailable = Jedna z potrzebnych usług jest niedostępna. Nic nie przepadło. Spróbuj ponownie za chwilę.
gateway-timeout-heading = Aplikacja zbyt długo nie odpowiada
gateway-timeout = { $site } nie odpowiada w wymaganym czasie. Zanim coś powtórzysz, sprawdź, czy nie zostało już wykonane.

## Security keys and passkeys

webauthn-create = Skonfiguruj
webauthn-use = Zweryfikuj
webauthn-sign-in = Zaloguj się kluczem dostępu
webauthn-again = Spróbuj ponownie
webauthn-needs-script = Ten krok wymaga JavaScriptu, który jest wyłączony w przeglądarce. Włącz go i otwórz tę stronę ponownie lub użyj innego sposobu.
webauthn-stopped = Nie udało się lub czynność została przerwana. Spróbuj ponownie lub użyj innego sposobu.
webauthn-unsupported = Ta przeglądarka nie obsługuje kluczy bezpieczeństwa ani kluczy dostępu. Użyj innego sposobu lub innej przeglądarki.
webauthn-already-set-up = Ten klucz lub to urządzenie jest już skonfigurowane. Użyj innego klucza, urządzenia lub sposobu.
webauthn-not-at-this-address = Przeglądarka nie pozwala użyć tego tutaj. Użyj innego sposobu i powiadom administratora.
webauthn-out-of-reach = Klucze bezpieczeństwa i klucze dostępu Twojej organizacji nie działają pod tym adresem. Użyj innego sposobu lub zwróć się do administratora.
webauthn-elsewhere-heading = Klucze dostępu nie działają pod tym adresem
webauthn-elsewhere-lead = Klucze dostępu i klucze bezpieczeństwa Twojej organizacji należą do innego adresu. Możesz kontynuować bez nich.

## Passwords while they are typed

password-show = Pokaż
password-hide = Ukryj
password-rule-met = Spełnione:

## Captchas and Duo

captcha-needs-script = Zanim ten formularz zostanie wysłany, sprawdzenie, czy jesteś człowiekiem, wymaga JavaScriptu. Włącz go i otwórz tę stronę ponownie.
captcha-failed = Sprawdzenie, czy jesteś człowiekiem, nie powiodło się. Spróbuj ponownie.
duo-needs-script = Duo wymaga JavaScriptu, który jest wyłączony w Twojej przeglądarce. Włącz go i otwórz tę stronę ponownie albo użyj innego sposobu.
duo-frame = Duo Security
duo-failed = Nie można połączyć się z Duo. Spróbuj ponownie albo użyj innego sposobu.

## Help

help = Pomoc

## Captchas, devices and help

device-needs-script = Ten krok wymaga JavaScriptu, który jest wyłączony w Twojej przeglądarce. Zaloguj się w inny sposób.
device-not-found = Nie znaleźliśmy aplikacji na tym urządzeniu. Otwórz ją i sprawdź ponownie albo zaloguj się w inny sposób.
device-denied = Twoja przeglądarka nie pozwala tej stronie szukać aplikacji na tym urządzeniu. Zezwól na to i otwórz tę stronę ponownie albo zaloguj się w inny sposób.
device-denied-help = Jak na to zezwolić
