# ページの言葉（日本語）。

## Every page

page-title-error = エラー: { $heading } – { $site }
page-title = { $heading } – { $site }
language = 言語:
not-you = 別の方ですか？
start-over = 最初からやり直す

## Services of others, to sign in with

provider-of-several = { $name }（{ $number }）

## What can be set up, and what each is good for

enroll-good-for-password = 自分だけが知っている言葉やフレーズです。
enroll-good-for-email = メールでコードまたはリンクを受け取ります。
enroll-good-for-phone = テキストメッセージまたは電話でコードを受け取ります。
enroll-good-for-phone-messages = テキストメッセージでコードを受け取ります。
enroll-good-for-app = スマートフォンをタップするだけでサインインを承認できます。
enroll-good-for-code-app = スマートフォンのアプリにコードが表示されます。オフラインでも使えます。
enroll-good-for-code-device = 持ち歩けるデバイスにコードが表示されます。
enroll-good-for-passkey = 指紋、顔、PIN、または差し込み式のキーを使います。何も覚える必要はありません。
enroll-good-for-question = 自分だけが答えられる質問です。
enroll-good-for-account = ほかのサービスでお持ちのアカウントです。
enroll-good-for-card = カードとカードリーダーを使います。
enroll-good-for-badge = スマートフォンにかざすバッジです。
enroll-only-for-recovery = アカウントに入れなくなったときにだけ使います。
enroll-badge-date = { $date }まで後回しにできます
enroll-badge-skips = あと{ $count }回まで後回しにできます
enroll-badge-now = 今すぐ必要です

## What to do in an application or on another device

guide-qr-install = スマートフォンに{ $name }をインストールします。
guide-qr-add = アプリを開き、仕事用アカウントの追加を選択します。
guide-qr-scan = 下のコードをスキャンします。
guide-here-install = このデバイスに{ $name }がない場合は、インストールします。
guide-here-add = アプリを開き、仕事用アカウントの追加を選択します。
guide-here-address = アドレスを求められたら、{ $address }と入力します。
guide-other-open = すでに{ $name }を使っているデバイスで、アプリを開きます。
guide-other-open-on = 次のいずれかのデバイスで{ $name }を開きます: { $devices }
guide-other-add = アプリでアカウントを選択し、別のデバイスの追加を選択します。
guide-other-confirm = そのデバイスで本人確認をします。
guide-open = { $name }を開く
guide-get = { $name }を入手
channel-qrcode = この画面のほかに、スマートフォンやタブレットが手元にある場合。
channel-email = スマートフォンで開くリンクをお送りします。
channel-sms = スマートフォンで開くリンクをお送りします。
channel-samedevice = 今お使いのデバイスのアプリを設定する場合。
channel-devicebootstrap = すでにアプリを使っているデバイスがある場合。
device-store-apple = App StoreからOkta Verifyを入手します。
device-store-google = Google PlayからOkta Verifyを入手します。
device-store-other = このデバイス用のOkta Verifyを入手します。
device-add-account = アプリを開き、仕事用アカウントを追加します。
device-address = アドレスを求められたら、{ $address }と入力します。
device-follow = 下のボタンでデバイスの設定を始め、表示される案内に従います。
device-restart = 終わったら、このページを閉じます。
device-come-back = 開きたかったページに戻り、もう一度サインインします。

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = 次のコードを入力
purpose-next-code-lead = { $name }に別のコードが表示されるまで待ち、そのコードを入力してください。
purpose-next-code-button = 確認
purpose-touch-heading = { $name }にタッチ
purpose-touch-lead = 差し込んでタッチすると、コードが自動で入力されます。
purpose-touch-button = 確認
purpose-touch-enroll-heading = { $name }を設定
purpose-touch-enroll-lead = 差し込んでタッチすると、コードが自動で入力されます。
purpose-touch-enroll-button = 設定
purpose-two-codes-heading = { $name }を設定
purpose-two-codes-lead = 資格情報IDを入力し、続けて表示される2つのコードを順に入力してください。
purpose-two-codes-button = 設定
purpose-token-enroll-heading = { $name }を設定
purpose-token-enroll-lead = そのサービスでのユーザー名と、表示されているコードを入力してください。
purpose-token-enroll-button = 設定
purpose-passkey-heading = パスキーを使用
purpose-passkey-lead = デバイスの案内に従い、指紋、顔、PIN、またはセキュリティキーで確認してください。
purpose-passkey-button = 続行
purpose-passkey-enroll-heading = パスキーを設定
purpose-passkey-enroll-lead = デバイスの案内に従い、指紋、顔、PIN、またはセキュリティキーを使います。何も覚える必要はありません。
purpose-passkey-enroll-button = 設定
purpose-passkey-promoted-heading = 次回からもっと早くサインイン
purpose-passkey-promoted-lead = パスキーがあれば、コードやパスワードの代わりに指紋、顔、PINを使えます。
purpose-passkey-promoted-button = パスキーを作成
purpose-not-sent-heading = コードを受け取る
purpose-not-sent-lead = { $place }にコードを送信し、届いたらここに入力してください。
purpose-not-sent-button = 確認
purpose-email-or-link-heading = メールをご確認ください
purpose-email-or-link-lead = { $place }にコードを送信しました。ここに入力するか、メールのリンクを開いてください。届くまで少し時間がかかることがあります。
purpose-email-or-link-button = 確認
purpose-pin-enroll-heading = PINを決める
purpose-pin-enroll-lead = { $name }を使うたびに入力します。
purpose-pin-enroll-button = PINを設定
purpose-badge-enroll-heading = { $name }を設定
purpose-badge-enroll-lead = Okta Verifyを開き、スマートフォンの背面にバッジをかざしてください。
purpose-badge-enroll-button = 続行
purpose-badge-heading = { $name }を使用
purpose-badge-lead = スマートフォンの背面にバッジをかざしてください。
purpose-badge-button = 続行
purpose-push-heading = { $name }で確認
purpose-push-lead = { $place }に承認のリクエストを送ります。
purpose-push-button = プッシュ通知を送信
purpose-fastpass-heading = { $name }で確認
purpose-fastpass-lead = このデバイスの{ $name }で本人確認をします。
purpose-fastpass-button = Okta FastPassを使用
purpose-recovery-choice-heading = パスワードをリセット
purpose-recovery-choice-lead = まず、本人確認の方法を選択してください。
purpose-recovery-choice-button = 続行
purpose-channel-heading = { $name }を設定
purpose-channel-lead = ご都合のよい方法を選択してください。どの方法でも同じように設定できます。
purpose-channel-button = 続行
purpose-password-elsewhere-heading = パスワードを変更
purpose-password-elsewhere-lead = パスワードの有効期限が切れました。{ $place }で変更してから、ここに戻ってサインインしてください。
purpose-password-elsewhere-button = 続行
purpose-admin-consent-heading = 組織へのアクセスを許可しますか？
purpose-admin-consent-lead = 許可すると、{ $place }は組織の全員について次の操作ができるようになります:
purpose-admin-consent-button = アクセスを許可
purpose-open-app-heading = Okta Verifyで確認
purpose-open-app-lead = 続けるには、このデバイスでOkta Verifyを開いてください。何も起こらない場合は、アプリを入手するか、別の方法でサインインしてください。
purpose-open-app-button = 続行
purpose-browser-checks-heading = 少々お待ちください
purpose-browser-checks-lead = ブラウザーと組織がこのデバイスを確認しています。
purpose-browser-checks-button = 続行
purpose-device-confirms-heading = このデバイスで確認
purpose-device-confirms-lead = デバイスが本人確認をします。指紋、顔、またはパスコードを求められることがあります。
purpose-device-confirms-button = 続行
purpose-no-answer-heading = 別の方法でサインイン
purpose-no-answer-lead = このデバイスのOkta Verifyから応答がありませんでした。
purpose-no-answer-button = 続行
purpose-card-heading = スマートカードでサインイン
purpose-card-lead = 先にカードをカードリーダーに入れてください。
purpose-card-button = 続行
purpose-card-factor-heading = スマートカードを使用
purpose-card-factor-lead = 先にカードをカードリーダーに入れてください。いったん別のページに移動し、またここに戻ります。
purpose-card-factor-button = 続行
purpose-card-enroll-heading = スマートカードを設定
purpose-card-enroll-lead = 先にカードをカードリーダーに入れてください。いったん別のページに移動し、またここに戻ります。
purpose-card-enroll-button = 続行
purpose-account-enroll-heading = { $name }を接続
purpose-account-enroll-lead = 接続先で一度サインインすると、ここに戻ります。
purpose-account-enroll-button = 続行
purpose-phone-enroll-heading = 電話を設定
purpose-phone-enroll-lead = 届くことを確認するためのコードをお送りします。
purpose-phone-enroll-button = コードを送信
purpose-call-enroll-heading = 電話に出てください
purpose-call-enroll-lead = { $place }に電話をかけています。聞こえたコードを入力してください。
purpose-call-enroll-button = 確認
purpose-secret-enroll-heading = { $name }を設定
purpose-secret-enroll-lead = 認証アプリでこのキーを使ってアカウントを追加し、表示されたコードを入力してください。
purpose-secret-enroll-button = 確認
purpose-look-for-app-heading = Okta Verifyで確認
purpose-look-for-app-lead = このデバイスでOkta Verifyを探しています。指紋、顔、またはパスコードを求められることがあります。
purpose-look-for-app-button = 続行
purpose-busy-heading = しばらくお待ちください
purpose-busy-lead = サインインサービスが混み合っています。自動的に再試行します。入力内容は失われません。
purpose-busy-button = もう一度確認
purpose-activation-heading = 有効化メールを再送信
purpose-activation-lead = アカウントを有効にするための新しいリンクをお送りします。
purpose-activation-button = メールを送信
purpose-profile-heading = プロフィールを完成させる
purpose-profile-lead = 不足している情報があります。お尋ねするのは今回だけです。
purpose-profile-button = 続行

## Questions that belong together in a form about a person

profile-address = 住所

## Facts beside a step

identity-terms = 利用規約
identity-privacy = プライバシーポリシー
identity-read = 続ける前に、以下をお読みいただけます:

## Ends: what is called so, what it means

end-link-expired-lead = リンクの有効期限が切れています。リンクを請求した画面に戻り、もう一度送信してください。
end-link-used-lead = リンクはすでに使われたか、新しいものが送信されています。リンクを請求した画面に戻ってください。
end-link-broken-lead = リンクに問題があります。リンクを請求した画面に戻り、もう一度送信してください。
end-moved-lead = 別のタブで手続きが進んでいます。
end-confirmed-heading = メールアドレスを確認しました
end-confirmed-lead = 最初のタブに戻ってください。このページは閉じてかまいません。
end-your-code-lead = サインインを始めた画面に戻り、そこでこのコードを入力してください。
end-refused-lead = 誰もサインインしていません。ご自身の操作だった場合は、最初からやり直してください。
end-check-email-lead = メールをお送りしました。続けるには、メールのリンクを開いてください。このページは閉じてかまいません。
end-activation-sent-lead = 新しいリンクをメールでお送りしました。リンクを開いてアカウントを有効にしてください。
end-activation-expired-lead = アカウントを有効にするリンクの有効期限が切れています。管理者に新しいリンクを依頼してください。
end-activation-missing-lead = アカウントがすでに有効な場合は、そのままサインインしてください。そうでない場合は、管理者に新しいリンクを依頼してください。
end-reset-link-lead = パスワードをリセットするリンクは、有効期限が切れているか、すでに使われています。サインイン画面で「パスワードをお忘れですか？」を選択すると、新しいリンクを受け取れます。
end-recovered-lead = 新しいパスワードでサインインしてください。
end-unlocked-lead = いつもどおりサインインできます。
end-unlocked-landed-lead = 次に、本人確認をしてください。
end-reset-not-possible-heading = ここではパスワードをリセットできません
end-unlock-not-possible-heading = ここではアカウントのロックを解除できません
end-ask-administrator-lead = 管理者にご相談ください。
end-device-connected-lead = 続きはデバイスで行ってください。このページは閉じてかまいません。
end-device-denied-lead = 接続を許可しなかったためです。接続する場合は、デバイスで最初からやり直してください。
end-device-fault-lead = 問題が発生しました。デバイスで最初からやり直してください。
end-too-often-lead = 短時間に操作が繰り返されました。数分待ってから、もう一度お試しください。
end-not-now-lead = サインインサービスで問題が発生しています。入力内容は失われません。しばらくしてからもう一度お試しください。
end-maintenance-lead = サインインサービスはメンテナンス中です。後でもう一度お試しください。
end-no-access-heading = アクセス権がありません
end-no-access-lead = お使いのアカウントではこの操作を行えません。必要な場合は、管理者にお問い合わせください。
end-not-assigned-lead = お使いのアカウントはこのアプリケーションを使えるように設定されていません。管理者にアクセスを依頼してください。
end-registration-failed-heading = アカウントはまだ作成されていません
end-not-possible-heading = この操作はここでは行えません
continue = 続行
verify = 確認
go-back = 戻る
start-again = 最初からやり直す
read-more = 詳細:

## Signing in

sign-in = サインイン
continue-signing-in-heading = サインインを続ける
wait-heading = しばらくお待ちください
skip-heading = 後で行うこともできます
redirect-and-back = いったん別のページに移動し、またここに戻ります。
continue-for-now = 今はこのまま続ける
stay-signed-in-heading = サインインしたままにしますか？
stay-signed-in-where = ご自身だけが使うデバイスなら、次回からの手間が省けます。
stay-signed-in = サインインしたままにする
stay-signed-in-refuse = サインインしたままにしない

## Proving who one is

verify-heading = 本人確認
verify-choose = 本人確認の方法を選択してください。
verify-with-heading = { $authenticator }で確認
verify-identity-heading = 身元の確認
verify-identity-by-service = 組織が信頼するサービスで身元を確認し、その後ここに戻ります。
okta-verify-heading = Okta Verifyで確認
okta-verify-looking = このデバイスでOkta Verifyを探しています。
open-okta-verify = Okta Verifyを開く
security-question-heading = セキュリティの質問に回答
pin-heading = PINを入力
needs-script = このページではまだこの手順を行えません。管理者に別の方法をお問い合わせください。
needs-script-other-way = このページではまだこの手順を行えません。別の方法をお使いください。

## Codes

code-heading = コードを入力
code-shown-by-app = { $authenticator }を開き、表示されたコードを入力してください。
code-from-device = { $authenticator }のコードを入力してください。
access-code-heading = アクセスコードを入力
access-code-from = 管理者から受け取ったコードです。
check-email-heading = メールをご確認ください
email-code-sent-to = { $place }にコードを送信しました。届くまで少し時間がかかることがあります。
email-code-sent = コードを送信しました。届くまで少し時間がかかることがあります。
check-phone-heading = 電話をご確認ください
text-message-sent-to = { $place }にコードをテキストメッセージで送信しました。
text-message-sent = コードをテキストメッセージで送信しました。
code-sent-to = { $place }にコードを送信しました。
code-sent-to-phone = お使いの電話にコードを送信しました。
call-heading = 電話に出てください
calling-to = { $place }に電話をかけています。聞こえたコードを入力してください。
calling = 電話をかけています。聞こえたコードを入力してください。
code-by-email-heading = メールでコードを受け取る
code-by-email-to = { $place }にお送りします。
code-by-email = ご登録のメールアドレスにお送りします。
code-by-phone-heading = 電話でコードを受け取る
code-by-phone-to = { $place }にお送りします。
code-by-phone = お使いの電話にお送りします。

## Approving on a telephone

push-choose-number = { $authenticator }を開き、この数字を選択してサインインを承認してください。
push-approve = { $authenticator }でサインインを承認してください。
waiting-for-phone = 電話での操作を待っています…
waiting-for-email = メールでの操作を待っています…
waiting = 待機中…

## Passwords

password-heading = パスワードを入力
choose-password-heading = パスワードを決める
new-password-heading = 新しいパスワードを決める
change-password-heading = パスワードを変更
reset-password-heading = パスワードをリセット
reset-password-who = まず、お使いのアカウントを教えてください。
set-password = パスワードを設定
password-has-run-out = パスワードの有効期限が切れました。
password-runs-out = { $days ->
    [0] パスワードの有効期限は今日までです。今すぐ変更するか、後で変更してください。
    [1] パスワードの有効期限は明日までです。今すぐ変更するか、後で変更してください。
   *[other] パスワードの有効期限まであと{ $days }日です。今すぐ変更するか、後で変更してください。
}
password-runs-out-soon = パスワードの有効期限がまもなく切れます。今すぐ変更するか、後で変更してください。
change-password-at = { $place }で変更
password-rules = パスワードの条件
password-rule-length = { $count }文字以上
password-rule-upper-case = 大文字を{ $count }文字以上含む
password-rule-lower-case = 小文字を{ $count }文字以上含む
password-rule-numbers = 数字を{ $count }文字以上含む
password-rule-symbols = 記号を{ $count }文字以上含む
password-rule-repeating = { $count ->
    [1] 同じ文字を続けて使わない
   *[other] 同じ文字の連続は{ $count }文字まで
}
password-rule-username = ユーザー名の一部を含まない
password-rule-first-name = 名を含まない
password-rule-last-name = 姓を含まない
password-rule-history = { $count ->
    [1] 前回のパスワードと異なる
   *[other] 過去{ $count }回分のパスワードと異なる
}

## Setting up

set-up-heading = サインイン方法の設定
set-up-another = 本人確認の方法をもう1つ追加してください。後で追加することもできます。
set-up-first = 最初に設定するものを選択してください。
set-up-differently-heading = 別の方法で設定
set-up-it-heading = 設定
set-up-with-heading = { $authenticator }を設定
set-up-phone-heading = 電話を設定
set-up-phone-check = 届くことを確認するためのコードをお送りします。
set-up-question-heading = セキュリティの質問を設定
set-up-question-answer = 自分だけが知っていて、変わることのない答えにしてください。
set-up-okta-verify-heading = Okta Verifyを設定
set-up-okta-verify-where = リンクの送信先を指定してください。
set-up-scan-with = { $authenticator }でこのコードをスキャンし、表示されたコードを入力してください。
set-up-on-this-device = このデバイスで{ $authenticator }を開き、アカウントを追加してください。
set-up-from-other-device = すでに{ $authenticator }を使っているデバイスでアプリを開き、このデバイスを追加してください。
set-up-install-and-scan = スマートフォンに{ $authenticator }をインストールし、アカウントの追加を選択して、このコードをスキャンしてください。
link-sent-to = { $place }にリンクを送信しました。スマートフォンで開いてください。
link-sent-by-email = リンクをメールで送信しました。スマートフォンで開いてください。
link-sent-by-text-message = リンクをテキストメッセージで送信しました。スマートフォンで開いてください。
key-instead = スキャンできない場合は、代わりにこのキーを入力してください:
key-to-type = アプリに次のキーを入力してください:
qr-code-for = { $authenticator }を設定するためのQRコード
qr-code-for-app = アプリを設定するためのQRコード

## Accounts

sign-up-heading = アカウントを作成
sign-up = 新規登録
profile-heading = プロフィールを完成させる
unlock-account-heading = アカウントのロックを解除
unlock-account-who = アカウントと、本人確認の方法を指定してください。
activation-email-heading = 有効化メールを再送信
send-the-email = メールを送信

## Devices

connect-device-heading = デバイスを接続
connect-device-code = デバイスに表示されているコードを入力してください。
device-attention-heading = デバイスの対応が必要です
device-set-up-heading = デバイスを設定
device-set-up-for = { $organization }では、管理対象のデバイスだけがアクセスできます。デバイスを設定してから、もう一度サインインしてください。
device-set-up = アクセスできるのは管理対象のデバイスだけです。デバイスを設定してから、もう一度サインインしてください。
device-set-up-button-with = { $vendor }で設定
device-set-up-button = このデバイスを設定
fact-managed-with = 管理サービス

## Giving access

consent-heading = アカウントへのアクセスを許可しますか？
consent-asked-by = { $application }が次の許可を求めています:
consent-asked = このアプリケーションが次の許可を求めています:
consent-allow = アクセスを許可
consent-refuse = 許可しない
scopes-always = 常に含まれるもの
email-consent-heading = 先ほどサインインしようとしましたか？
email-consent-if-not = 心当たりがない場合は「いいえ」を選択してください。誰もサインインできません。
email-consent-allow = はい、自分です
email-consent-refuse = いいえ、自分ではありません

## Buttons that send something

send-again = もう一度送信
send-code = コードを送信
send-link = リンクを送信
send-text-message = テキストメッセージを送信
send-email = メールを受け取る
send-push = プッシュ通知を送信
call-me = 電話を受ける
check-now = 今すぐ確認
check-again = もう一度確認

## Other ways, offered as links below what a page is for

way-forgot-password = パスワードをお忘れですか？
way-forgot-pin = PINをお忘れですか？
way-lost-authenticator = 紛失した場合
way-send-code-again = コードを再送信
way-new-code = 新しいコードを受け取る
way-link-opened = メールのリンクを開きました
way-sign-in-differently = 別の方法でサインイン
way-other-authenticator = 別の方法を使う
way-set-up-something-else = 別のものを設定
way-other-channel = 別の方法で設定
way-unlock-account = アカウントのロックを解除
way-have-account = すでにアカウントを持っている
way-sign-in-with-username = ユーザー名でサインイン
way-okta-fastpass = Okta FastPassでサインイン
way-change-number = 番号を変更
way-passkey = パスキーでサインイン
way-create-passkey = パスキーを作成
way-where-to-send = リンクの送信先を指定
way-badge = バッジでサインイン
way-new-activation-email = 有効化メールを再送信
way-choose-method = 連絡方法を選択
way-enter-code = 代わりにコードを入力
way-later = 後で行う
way-skip = 今はスキップ
sign-in-with-smart-card = スマートカードでサインイン
continue-with-provider = { $provider }で続行
continue-elsewhere = 移動先で続行

## Authenticators: ways of proving who one is, as names

authenticator-password = パスワード
authenticator-email = メール
authenticator-phone = 電話
authenticator-okta-verify = Okta Verify
authenticator-code-app = 認証アプリ
authenticator-code-device = コード生成デバイス
authenticator-security-key = セキュリティキー
authenticator-security-question = セキュリティの質問
authenticator-duo = Duo Security
authenticator-identity-provider = 別のアカウント
authenticator-smart-card = スマートカード
authenticator-access-code = 一時アクセスコード
authenticator-badge = バッジ
authenticator-other = 別の方法
nickname-and-place = { $nickname }、{ $place }
method-text-message = テキストメッセージ
method-phone-call = 音声通話

## What happens when an authenticator is used in one of its ways

use-push = プッシュ通知を受け取る
use-code = コードを入力する
use-okta-fastpass = Okta FastPassを使う
use-text-message = テキストメッセージを受け取る
use-phone-call = 電話を受ける
use-email = メールを受け取る
use-qr-code = QRコードをスキャンする
use-this-device = このデバイスを使う
use-another-device = お持ちの別のデバイスを使う

## Fields

field-password = パスワード
field-new-password = 新しいパスワード
field-code = コード
field-device-code = デバイスのコード
field-code-of-key = キーのコード
field-credential-id = 資格情報ID
field-user-name = ユーザー名
field-new-pin = 新しいPIN
field-next-code = 次のコード
field-pin = PIN
field-access-code = アクセスコード
field-remember-me = サインインしたままにする
field-revoke-sessions = ほかのすべての場所でサインアウトする
field-method = 連絡方法
field-authenticator = 本人確認の方法
field-phone-number = 電話番号
field-which-question = 使用する質問
field-question = 質問
field-answer = 答え
field-optional = （任意）
field-error = エラー:
field-account = アカウント
hint-phone-number = 国番号を付けて入力します（例: +1 415 555 0123）
choose-one = 選択してください
option-number = 選択肢{ $number }

## What was wrong with a field

fault-no-password = パスワードを入力してください。
fault-no-new-password = パスワードを入力してください。
fault-no-code = コードを入力してください。
fault-no-choice = 「{ $field }」を選択してください。
fault-missing = 「{ $field }」を入力してください。
fault-not-offered = 下の選択肢から選択してください。
fault-not-yes-or-no = チェックを付けるか、外してください。

## What went wrong, and other news of the sign-in service

server-says-nothing = 問題があります。入力内容を確認して、もう一度お試しください。
server-no-match = 一致しませんでした。入力内容を確認して、もう一度お試しください。
server-wrong-password = パスワードが正しくありません。確認して、もう一度お試しください。
server-wrong-code = コードが正しくありません。確認して、もう一度お試しください。
server-wrong-code-of-message = コードが正しくありません。最新のメッセージを確認して、もう一度お試しください。
server-wrong-code-of-app = コードが正しくありません。コードは頻繁に変わるため、今表示されているものを入力してください。
server-used-code = このコードはすでに使われています。次のコードが表示されるまでお待ちください。
server-next-code = コードを確認しました。あと1つで完了です。
server-wrong-answer = 答えが正しくありません。もう一度お試しください。
server-app-too-old = お使いのスマートフォンのOkta Verifyは古いバージョンです。アプリを更新してから、最初からやり直してください。
server-app-too-old-for-push = お使いのスマートフォンのOkta Verifyは古いバージョンです。アプリを更新してから、もう一度送信してください。
server-wants-biometrics = 組織では指紋または顔による確認も必要です。スマートフォンのアプリで有効にしてから、もう一度送信してください。
server-safe-mode = サインインサービスはメンテナンス中のため、一部の変更を行えません。後でもう一度お試しください。
server-account-exists = この内容のアカウントはすでに存在します。そのアカウントでサインインするか、別の内容を入力してください。
server-password-breaks-rules = このパスワードは一部の条件を満たしていません。一覧を確認して、別のパスワードをお試しください。
server-password-expiring = 有効期限が切れると、パスワードを変更するまでサインインできません。
server-unknown-user = その名前のアカウントはありません。確認して、もう一度お試しください。
server-no-username = ユーザー名を入力してください。
server-not-an-email = name@example.comのようなメールアドレスを入力してください。
server-invalid-phone-number = この番号には連絡できません。国番号を含めて確認してください。
server-device-refused = 許可されなかったため、デバイスは接続されていません。
server-device-failed = 問題が発生したため、デバイスは接続されていません。
server-too-many-text-messages = テキストメッセージの送信回数が多すぎます。しばらく待つか、別の方法をお使いください。
server-too-many-calls = 電話の発信回数が多すぎます。しばらく待つか、別の方法をお使いください。
server-too-many-requests = 試行回数が多すぎます。数分待ってから、もう一度お試しください。
server-access-denied = お使いのアカウントではこの操作を行えません。必要な場合は、管理者にお問い合わせください。
server-not-assigned = お使いのアカウントはこのアプリケーションを使えるように設定されていません。管理者にアクセスを依頼してください。
server-too-late = 時間切れです。もう一度送信してください。
server-push-rejected = スマートフォンでサインインが拒否されました。誤って操作した場合は、もう一度送信してください。
server-sign-in-refused = サインインは拒否されました。誰もサインインしていません。
server-session-expired = しばらく操作がありませんでした。最初からやり直してください。
server-internal-error = サインインサービスで問題が発生しています。入力内容は失われません。しばらくしてからもう一度お試しください。
server-unreadable = サインインサービスが内容を読み取れませんでした。もう一度お試しください。
server-unlocked = アカウントのロックを解除しました。
server-unlocked-verify = アカウントのロックを解除しました。次に、本人確認をしてください。
server-email-sent = メールをお送りしました。続けるには、メールのリンクを開いてください。
server-link-expired = リンクの有効期限が切れています。リンクを請求した画面に戻り、もう一度送信してください。
server-link-used = このリンクはすでに使われています。リンクを請求した画面に戻ってください。
server-link-unusable = このリンクは使えませんでした。リンクを請求した画面に戻ってください。
server-reset-link-unusable = パスワードをリセットするリンクは無効になっています。新しいリンクを請求してください。
server-other-tab = 別のタブで手続きが進んでいます。このタブは閉じてかまいません。
server-code-for-first-tab = サインインを始めた画面に戻り、そこでこのコードを入力してください。

## The end of a sign-in that is no success

end-heading = ここから先に進めません
end-failed-heading = この方法ではサインインできません
end-succeeded-heading = 完了しました
end-nothing-more = このページで行うことはもうありません。
end-not-now-heading = 現在サインインできません
end-unlocked-heading = アカウントのロックを解除しました
end-password-changed-heading = パスワードを変更しました
end-device-connected-heading = デバイスを接続しました
end-device-not-connected-heading = デバイスは接続されていません
your-code-heading = コード
end-close-page-heading = このページは閉じてかまいません
end-link-dead-heading = このリンクは無効になっています
end-refused-heading = サインインは拒否されました
code-elsewhere-warning = ご自身で始めた画面にだけ入力してください。
fact-browser = ブラウザー
fact-system = システム
fact-place = 場所

## Asking for a stronger or more recent sign-in

confirm-heading = 本人確認をしてください
confirm-lead = このページには、より強力な、またはより新しいサインインが必要です。
confirm-framed-lead = ページのこの部分には、より強力な、またはより新しいサインインが必要です。表示するには、ウィンドウ全体で開いて本人確認をしてください。
confirm-framed-link = ウィンドウ全体で開く
confirm-form-heading = フォームは送信されませんでした
confirm-form-lead = 先に、より強力な、またはより新しいサインインが必要なため、何も保存されていません。
confirm-form-advice = 入力内容をコピーする場合は、先に前のページに戻ってください。その後、本人確認をして、もう一度送信してください。
confirm-form-button = 本人確認へ進む
step-up-notice = サインイン済みです。開こうとしたページには、より強力な、またはより新しいサインインが必要です。続けるには本人確認をしてください。
level-heading = このページにはより強力なサインインが必要です
level-lead = 今回のサインインは、このページの要件を満たしていません。ほかのページはこれまでどおり使えます。
level-advice = 少し待ってからもう一度お試しください。解決しない場合は、必要なサインイン方法をこのサイトの担当者にお問い合わせください。
level-retry = もう一度試す
level-home = スタートページへ移動

## Links in mails that activate or recover an account

activate-heading = アカウントを有効にする
activate-lead = ボタンを押すと、{ $site }のアカウントの設定を始めます。
activate-button = アカウントを有効にする
recover-heading = アカウントの復旧
recover-lead = ボタンを押すと、{ $site }への今後のサインイン方法を選択できます。
link-signed-in = このブラウザーでは{ $account }としてサインインしています。手続きが完了すると、このサインインは終了します。
link-signed-in-unnamed = このブラウザーでは誰かがサインインしています。手続きが完了すると、そのサインインは終了します。
link-incomplete-heading = リンクが不完全です
link-incomplete-lead = リンクの一部が欠けています。メールからもう一度開くか、アドレス全体をコピーしてください。
link-dead-heading = このリンクは無効になっています
link-dead-activate = すでに使われたか、有効期限が切れています。アカウントが有効な場合はサインインし、そうでない場合は新しいリンクを請求してください。
link-dead-recover = すでに使われたか、有効期限が切れています。最初からやり直して、新しいリンクを請求してください。
link-unusable-heading = ここではアカウントを有効にできません
link-unusable-lead = リンクに問題はありません。このサイトが対応するように設定されていないため、サイトの担当者にお知らせください。
link-sign-in = サインインへ進む

## What scripts say

went-on-elsewhere = サインインは別の場所で先に進みました。
go-on-from-here = ここから続ける
wait-is-over = もう一度お試しいただけます。
busy = 少々お待ちください…
busy-signing-in = サインインしています…

## Pages on which something goes on or begins again

signing-in-as = サインインするアカウント:
summary-heading = 問題があります
try-again = もう一度試す
reference = 参照番号
continue-heading = 続けるにはサインインしてください
continue-lead = { $site }を使うには、サインインが必要です。
continue-to-site = { $site }へ進む
cookies-needed-heading = サインインするにはCookieを許可してください
cookies-needed = サインインにはCookieが必要ですが、ブラウザーに保存されませんでした。
cookies-needed-how = ブラウザーの設定でこのサイトのCookieを許可してから、もう一度お試しください。
unreachable-heading = サインインサービスに接続できません
unreachable-lead = 入力内容は失われません。しばらくしてからもう一度お試しください。
busy-lead = サインインが集中しているか、試行が繰り返されています。{ $when }
try-again-later = 数分後にもう一度お試しください。
try-again-in-seconds = { $seconds }秒後にもう一度お試しください。
try-again-in-minutes = { $minutes }分後にもう一度お試しください。
expired-heading = サインインの有効期限が切れました
expired-lead = アカウントを保護するため、時間内に完了しなかったサインインは終了します。
leave-heading = 少々お待ちください
leave-to = { $host }に移動しています。
leave-lead = 移動しています。
form-lost-heading = フォームは送信されませんでした
form-lost = アプリケーションに届く前にサインアウトされたため、何も保存されていません。
form-lost-how = 入力内容をコピーする場合は、先に前のページに戻ってください。その後、サインインして、もう一度送信してください。
framed-heading = サインアウトされました
framed-lead = ページのこの部分を表示するには、ウィンドウ全体でもう一度サインインしてください。
framed-open = ウィンドウ全体で開く
code-elsewhere = サインインを始めたブラウザーに戻り、そこでこのコードを入力してください。
code-elsewhere-if-not = ご自身で始めた画面にだけ入力してください。誰かにコードを尋ねられた場合や、ご自身で始めていない場合は、このページを閉じてください。
already-signed-in-heading = すでにサインインしています
already-signed-in-as = { $account }としてサインインしています。
already-signed-in-lead = ここで行うことはもうありません。
begun-already-heading = サインインはすでに始まっています
begun-already = このタブまたは別のタブで、始めたサインインのいずれかを完了してください。その後、このページをもう一度開いてください。
begun-already-go-on = 最新のものを続ける
notice-unconfirmed = 送信が届いたかどうか確認できません。現在のサインインの状況は次のとおりです。
notice-changed = その間にページが変わったため、何も送信されていません。もう一度ご確認ください。
notice-shortened = 元のアドレスがとても長いため、サインイン後にもう一度検索が必要になることがあります。

## Signing out

sign-out-heading = サインアウトしますか？
sign-out = サインアウト
sign-out-account = { $site }に{ $account }としてサインインしています。
sign-out-lead = { $site }を使うには、もう一度サインインが必要になります。
signed-out-heading = サインアウトしました
signed-out-lead = このブラウザーで{ $site }からサインアウトしました。
signed-out-in-part = 一部のサービスに接続できないため、すべてに反映されるまで数分かかることがあります。
signed-out-here-only = サインインサービスに接続できないため、そちらではまだサインインしたままの可能性があります。
sign-in-again = もう一度サインイン

## Requests that cannot be answered

go-to-start = スタートページへ移動
bad-request-heading = このアドレスを開けません
bad-request = アドレスの一部が欠けているか、間違っています。アドレスを確認するか、スタートページから始めてください。
foreign-post-heading = リクエストを停止しました
foreign-post = このサイトのページから送られたものではないため、何も実行していません。ご自身で送信した場合は、ページを開き直してもう一度行ってください。
forbidden-heading = このページへのアクセス権がありません
forbidden = お使いのアカウントではこのページを表示できません。必要な場合は、このサイトの担当者にお問い合わせください。
not-found-heading = ページが見つかりません
not-found = ページが移動したか、アドレスが間違っている可能性があります。
wrong-method-heading = このページではその操作を行えません
wrong-method = アドレスは正しいものの、この種類のリクエストには対応していません。何も変更されていません。
too-large-heading = 一度に送信できる量を超えています
too-large = 送信内容がこのサイトの上限を超えています。何も保存されていません。量を減らすか、分けて送信してください。
misdirected-heading = このアドレスは別のサイトのものです
misdirected = ブラウザーが、別の場所にあるページをこのサイトに要求しました。新しいウィンドウでアドレスを開き直してください。
too-many-requests = 短時間に試行が繰り返されました。{ $when }
cookies-too-large-heading = ブラウザーが送信したデータが多すぎます
cookies-too-large = このサイトのCookieが大きくなりすぎています。このサイトのCookieを削除してから、もう一度お試しください。
internal-heading = こちら側で問題が発生しました
internal = お客様の操作が原因ではありません。しばらくしてからもう一度お試しください。
bad-gateway-heading = アプリケーションが応答していません
bad-gateway = 現在{ $site }に接続できません。しばらくしてからもう一度お試しください。
unavailable-heading = 現在開けません
unavailable = 必要なサービスに接続できません。入力内容は失われません。しばらくしてからもう一度お試しください。
gateway-timeout-heading = アプリケーションの応答に時間がかかっています
gateway-timeout = { $site }から時間内に応答がありませんでした。操作をやり直す前に、すでに実行されていないか確認してください。

## Security keys and passkeys

webauthn-create = 設定
webauthn-use = 確認
webauthn-sign-in = パスキーでサインイン
webauthn-again = もう一度試す
webauthn-needs-script = この手順にはJavaScriptが必要ですが、ブラウザーで無効になっています。有効にしてこのページを開き直すか、別の方法をお使いください。
webauthn-stopped = 完了できなかったか、中止されました。もう一度試すか、別の方法をお使いください。
webauthn-unsupported = このブラウザーではセキュリティキーやパスキーを使えません。別の方法か、別のブラウザーをお使いください。
webauthn-already-set-up = これはすでに設定されています。別のキーやデバイス、または別の方法をお使いください。
webauthn-not-at-this-address = ブラウザーがここでの使用を許可していません。別の方法を使い、管理者にお知らせください。
webauthn-out-of-reach = 組織のセキュリティキーとパスキーは、このアドレスでは使えません。別の方法を使うか、管理者にお問い合わせください。
webauthn-elsewhere-heading = このアドレスではパスキーを使えません
webauthn-elsewhere-lead = 組織のパスキーとセキュリティキーは別のアドレスのものです。なしで続けることができます。

## Passwords while they are typed

password-show = 表示
password-hide = 非表示
password-rule-met = 達成:

## Captchas and Duo

captcha-needs-script = このフォームを送信する前の、人による操作かどうかの確認には JavaScript が必要です。有効にして、このページを開き直してください。
captcha-failed = 人による操作かどうかを確認できませんでした。もう一度お試しください。
duo-needs-script = Duo には JavaScript が必要ですが、このブラウザーでは無効になっています。有効にしてこのページを開き直すか、別の方法をお使いください。
duo-frame = Duo Security
duo-failed = Duo に接続できませんでした。もう一度試すか、別の方法をお使いください。

## Help

help = ヘルプ

## Captchas, devices and help

device-needs-script = これには JavaScript が必要ですが、このブラウザーでは無効になっています。別の方法でサインインしてください。
device-not-found = このデバイスでアプリが見つかりませんでした。アプリを開いてもう一度確認するか、別の方法でサインインしてください。
device-denied = ブラウザーの設定により、このページはこのデバイスのアプリを探せません。許可してこのページを開き直すか、別の方法でサインインしてください。
device-denied-help = 許可する方法
